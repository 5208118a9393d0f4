"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, useId, useState } from "react"
import type { CodeId, Span } from "../../../../../../core/model"
import { classes } from "../../../../../_ui/classes"
import { Icon } from "../../../../../_ui/Icon"
import { Kbd } from "../../../../../_ui/Kbd"
import { Popover } from "../../../../../_ui/Popover"
import type { ListedCode } from "./codeList"
import { matchCodes, sameName } from "./matchCodes"

interface Props {
  /** Where the words end on the screen. */
  readonly at: { getBoundingClientRect: () => DOMRect }
  readonly words: number
  readonly codes: readonly ListedCode[]
  readonly last: ListedCode | null
  /** What the words themselves would be called; null where they are too many to name anything. */
  readonly inVivo: string | null
  /** Said above the list: these words are revealed, or another coding is being changed. */
  readonly hint: string | null
  readonly close: () => void
  /** Whether it was done; what was typed stays otherwise. */
  readonly apply: (code: CodeId) => boolean
  /** Null where only known codes may be chosen. */
  readonly create: ((name: string) => boolean) | null
  readonly memo: (() => void) | null
  /** Null where no words of the transcript are selected. */
  readonly correct: (() => void) | null
}

interface Choice {
  readonly key: string
  readonly label: React.ReactNode
  readonly shortcut: string | null
  readonly run: () => void
  readonly quiet?: boolean
}

const MOST = 7

/** Codes words without a dialog: type, Enter. Arrows choose; Alt with a letter does what stands beside it. */
export function CodePopover(props: Props) {
  const { at, words, codes, last, inVivo, hint, close, apply, create, memo, correct } = props
  const t = useTranslations("desk.popover")
  const id = useId()
  const [typed, setTyped] = useState("")
  const [chosen, setChosen] = useState(0)

  const name = typed.trim()
  const matches = matchCodes(codes, typed).slice(0, MOST)
  const isNew = name !== "" && !codes.some((code) => sameName(code.name, name))
  const once = (act: () => boolean) => () => {
    if (act()) close()
  }
  const after = (act: () => void) => () => {
    close()
    act()
  }
  const choices: Choice[] = [
    ...matches.map(({ code, at }, place) => ({
      key: code.id,
      label: <Named code={code} at={at} />,
      shortcut: place === 0 && name !== "" ? "⏎" : name === "" && code.digit ? String(code.digit) : null,
      run: once(() => apply(code.id)),
    })),
    ...(create && isNew
      ? [{ key: "new", label: t("create", { name }), shortcut: "Alt N", run: once(() => create(name)) }]
      : []),
    ...(create && inVivo
      ? [
          {
            key: "vivo",
            label: t("inVivo", { words: inVivo }),
            shortcut: "Alt V",
            run: once(() => create(inVivo)),
          },
        ]
      : []),
    ...(last
      ? [
          {
            key: "again",
            label: t.rich("again", { name: last.name, path: (text) => <span className="path">{text}</span> }),
            shortcut: "Alt R",
            run: once(() => apply(last.id)),
            quiet: true,
          },
        ]
      : []),
    ...(memo ? [{ key: "memo", label: t("memo"), shortcut: "Alt M", run: after(memo), quiet: true }] : []),
    ...(correct
      ? [{ key: "correct", label: t("correct"), shortcut: "Alt E", run: after(correct), quiet: true }]
      : []),
  ]
  const current = Math.min(chosen, choices.length - 1)

  const onKeyDown = (event: KeyboardEvent) => {
    const letter = event.altKey ? event.code.replace("Key", "Alt ") : null
    const byKey =
      (letter && choices.find((choice) => choice.shortcut === letter)) ||
      (typed === "" && /^[1-9]$/u.test(event.key) && choices.find((choice) => choice.shortcut === event.key))
    if (byKey) {
      event.preventDefault()
      byKey.run()
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault()
      setChosen((current + (event.key === "ArrowDown" ? 1 : choices.length - 1)) % choices.length)
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault()
      choices[current]?.run()
    }
  }

  return (
    <Popover label={t("label")} at={at} open onOpenChange={(open) => !open && close()} className="coding">
      <span className="field">
        <Icon name="search" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={choices[current] ? `${id}-${choices[current].key}` : undefined}
          aria-label={t("field")}
          placeholder={t("field")}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
        <span className="micro q num">{t("words", { count: words })}</span>
      </span>
      {hint && <p className="small q hint-line">{hint}</p>}
      <div role="listbox" id={id} aria-label={t("codes")} className="choices-list">
        {choices.map(({ key, label, shortcut, run, quiet }, place) => (
          // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the field keeps the focus and names the active option.
          <div
            key={key}
            id={`${id}-${key}`}
            role="option"
            aria-selected={place === current}
            className={classes("choice-line", quiet && "quiet")}
            onPointerMove={() => setChosen(place)}
            onClick={run}
          >
            <span className="grow clip">{label}</span>
            {shortcut && <Kbd>{shortcut}</Kbd>}
          </div>
        ))}
      </div>
    </Popover>
  )
}

function Named({ code, at }: { readonly code: ListedCode; readonly at: Span | null }) {
  const { name, path, own } = code
  const category = path.at(-1)
  return (
    <>
      <span className={own ? "own-name" : undefined}>
        {at ? (
          <>
            {name.slice(0, at.from)}
            <mark>{name.slice(at.from, at.to)}</mark>
            {name.slice(at.to)}
          </>
        ) : (
          name
        )}
      </span>
      {category && <span className="path"> · {category}</span>}
    </>
  )
}
