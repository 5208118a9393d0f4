"use client"

import { useTranslations } from "next-intl"
import type { Code } from "../../core/reading"
import type { FlagView, ReviewView } from "../../core/view"
import { Segmented } from "../_ui/Choice"
import { TextArea, TextField } from "../_ui/Field"
import { Mark } from "../_ui/Marks"
import { type Choice, choicesFor, codePair, type Draft } from "./draft"
import type { Names } from "./names"
import { OtherCodes } from "./OtherCodes"
import { loneSide, type Readings } from "./readings"
import { SameIdea } from "./SameIdea"

interface Props {
  readonly flag: FlagView
  readonly readings: Readings
  readonly names: Names
  readonly codes: readonly Code[]
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly label: string
  /** What the other flags are, to foretell what a merge settles; without them nothing is merged or parked here. */
  readonly among?: Pick<ReviewView, "flags" | "codings"> & { readonly tolerance: number }
  /** How many words were chosen in the text. */
  readonly ownWords?: number
  readonly reasonLabel?: string
  readonly reasonRequired?: boolean
}

/** Says what a disagreement should come to, and why. Nothing is chosen beforehand. */
export function VerdictChooser(props: Props) {
  const { flag, readings, names, draft, onChange, label, among } = props
  const t = useTranslations("review.choose")
  const pair = codePair(readings, names.canonical)
  const options = choicesFor(flag.kind, readings, among !== undefined).filter(
    (choice) => choice !== "same-idea" || pair !== null,
  )
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change })
  return (
    <>
      <Segmented<Choice>
        label={label}
        value={draft.choice}
        onChange={(choice) => set({ choice })}
        options={options.map((value) => ({ value, label: <ChoiceName value={value} {...props} /> }))}
      />
      {draft.choice === "same-idea" && pair && among && (
        <SameIdea flag={flag} pair={pair} names={names} among={among} draft={draft} set={set} />
      )}
      {draft.choice === "other" && <OtherCodes {...props} set={set} />}
      {draft.choice === "parked" && (
        <TextField
          label={t("until")}
          hint={t("untilHint")}
          value={draft.until}
          onChange={(event) => set({ until: event.target.value })}
        />
      )}
      {(draft.choice !== null || draft.reason !== "") && (
        <TextArea
          label={props.reasonLabel ?? t("reason")}
          placeholder={t("reasonHint")}
          required={props.reasonRequired}
          value={draft.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
      )}
    </>
  )
}

function ChoiceName({ value, flag, readings, names }: Props & { readonly value: Choice }) {
  const t = useTranslations("review.choose")
  switch (value) {
    case "a":
    case "b": {
      const lone = loneSide(readings)
      if (lone) return t(lone === value ? "keep" : "drop")
      const person = names.side[value]
      const name = person ? names.call(person.id) : value.toUpperCase()
      const code = [...new Set(readings[value].map((each) => names.code(each.code)))].join(", ")
      return (
        <>
          <Mark side={value} /> {flag.kind === "boundary" ? t("extentA", { name }) : code}
        </>
      )
    }
    case "same-idea":
      return t("sameIdea")
    default:
      return t(value)
  }
}
