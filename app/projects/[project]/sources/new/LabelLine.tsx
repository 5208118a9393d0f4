"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { DetectedLabel } from "../../../../../core/exchange/transcriptDraft"
import { Checkbox, Segmented } from "../../../../_ui/Choice"
import { Select, TextField } from "../../../../_ui/Field"
import { nameOf, speakersOf } from "./decisions"
import type { DecideProps } from "./SpeakersStep"

interface Props extends DecideProps {
  readonly found: DetectedLabel
}

/** One label: whether it speaks, under which name, as whom. */
export function LabelLine({ found, decisions, onDecide }: Props) {
  const t = useTranslations("source.speakers")
  const { label, count, samples, like } = found
  const decision = decisions.find((one) => one.label === label)
  if (!decision) return null
  const joined = decision.speaks && nameOf(decision) !== label && like === nameOf(decision)
  return (
    <li>
      <div className="row wrap apart">
        <span>
          <span className="strong">{label}</span> <span className="q num">{t("count", { count })}</span>
        </span>
        <Segmented
          label={t("speaksOf", { label })}
          value={decision.speaks ? "speaks" : "text"}
          onChange={(value) => onDecide(label, { speaks: value === "speaks" })}
          options={[
            { value: "speaks", label: t("speaks") },
            { value: "text", label: t("text") },
          ]}
        />
      </div>
      {samples[0] && <p className="verbatim q2 clip">{samples[0]}</p>}
      {joined && <p className="small q">{t("joined", { label, like })}</p>}
      {decision.speaks && <Naming {...{ found, decisions, onDecide }} />}
    </li>
  )
}

function Naming({ found: { label }, decisions, onDecide }: Props) {
  const t = useTranslations("source.speakers")
  const decision = decisions.find((one) => one.label === label)!
  const [typed, setTyped] = useState<string | null>(null)
  const name = nameOf(decision)
  const others = speakersOf(decisions.filter((one) => one.label !== label))
  const write = () => {
    if (typed !== null) onDecide(label, { as: typed.trim() })
    setTyped(null)
  }
  return (
    <div className="naming">
      <TextField
        label={t("name")}
        value={typed ?? name}
        maxLength={100}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={write}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return
          // Names the speaker; does not send the form.
          event.preventDefault()
          write()
        }}
      />
      <Select
        label={t("merge")}
        value={others.includes(name) ? name : ""}
        disabled={others.length === 0}
        onChange={(event) => onDecide(label, { as: event.currentTarget.value || label })}
      >
        <option value="">{t("alone")}</option>
        {others.map((other) => (
          <option key={other} value={other}>
            {other}
          </option>
        ))}
      </Select>
      <Checkbox
        label={t("interviewer")}
        checked={decision.interviewer}
        onChange={(event) => onDecide(label, { interviewer: event.currentTarget.checked })}
      />
    </div>
  )
}
