"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, memo, useRef, useState } from "react"
import {
  type Abbreviation,
  type AbbreviationChange,
  isShort,
  LONGEST_LONG,
  LONGEST_SHORT,
} from "../../../../../../../core/writingAids"
import { IconButton } from "../../../../../../_ui/IconButton"
import { Alert } from "../../../../../../_ui/States"
import type { OwnAids } from "./useWritingAids"
import "./aids.css"

/** What one types for longer words, to be added to, corrected and thinned out. */
export const Abbreviations = memo(function Abbreviations({ aids }: { readonly aids: OwnAids }) {
  const t = useTranslations("transcribe.abbreviations")
  const { abbreviations, change, failed } = aids
  const keep = (one: AbbreviationChange) => void change({ abbreviations: [one] })
  return (
    <section className="abbreviations" aria-label={t("title")}>
      <h2>{t("title")}</h2>
      <p className="small q2">{t("lead")}</p>
      {abbreviations.length === 0 && <p className="small q2">{t("none")}</p>}
      <ul>
        {abbreviations.map((one) => (
          <li key={one.short}>
            <kbd>{one.short}</kbd>
            <Long
              label={t("edit", { short: one.short })}
              long={one.long}
              keep={(long) => keep({ ...one, long })}
            />
            <IconButton
              icon="close"
              label={t("remove", { short: one.short })}
              onClick={() => keep({ ...one, long: null })}
            />
          </li>
        ))}
      </ul>
      <Fresh known={abbreviations} add={keep} />
      {failed && <Alert>{failed}</Alert>}
    </section>
  )
})

interface LongProps {
  readonly label: string
  readonly long: string
  readonly keep: (long: string) => void
}

function Long({ label, long, keep }: LongProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const save = () => {
    if (draft !== null && draft.trim() !== "" && draft !== long) keep(draft)
    setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") event.currentTarget.blur()
    if (event.key === "Escape") setDraft(null)
  }
  return (
    <input
      className="name"
      aria-label={label}
      value={draft ?? long}
      maxLength={LONGEST_LONG}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={save}
      onKeyDown={onKeyDown}
    />
  )
}

interface FreshProps {
  readonly known: readonly Abbreviation[]
  readonly add: (one: Abbreviation) => void
}

function Fresh({ known, add }: FreshProps) {
  const t = useTranslations("transcribe.abbreviations")
  const first = useRef<HTMLInputElement>(null)
  const [short, setShort] = useState("")
  const [long, setLong] = useState("")
  const isKnown = known.some((one) => one.short === short)
  const wrong = short === "" ? null : isKnown ? t("same", { short }) : isShort(short) ? null : t("bad")
  const isReady = short !== "" && wrong === null && long.trim() !== ""
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady) return
        add({ short, long })
        setShort("")
        setLong("")
        first.current?.focus()
      }}
    >
      <input
        ref={first}
        className="name"
        aria-label={t("short")}
        placeholder={t("short")}
        aria-invalid={wrong !== null || undefined}
        value={short}
        maxLength={LONGEST_SHORT}
        spellCheck={false}
        autoCapitalize="off"
        onChange={({ target }) => setShort(target.value)}
      />
      <input
        className="name"
        aria-label={t("long")}
        placeholder={t("long")}
        value={long}
        maxLength={LONGEST_LONG}
        onChange={({ target }) => setLong(target.value)}
      />
      <IconButton type="submit" icon="plus" label={t("add")} aria-disabled={!isReady} />
      {wrong && (
        <p className="small wrong" role="alert">
          {wrong}
        </p>
      )}
    </form>
  )
}
