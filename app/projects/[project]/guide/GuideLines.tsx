"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { type GuideLine, LONGEST_QUESTION, movedLine, type Origin } from "../../../../core/guide"
import { Button } from "../../../_ui/Button"
import { classes } from "../../../_ui/classes"
import { LineMenu } from "./LineMenu"
import { added, type Edited, edited, pasted, removed, turned } from "./lineKeys"
import { OriginFields } from "./OriginFields"
import { type SourceNamed, useOriginWords } from "./originWords"
import type { Draft } from "./useDraft"

interface Props {
  readonly draft: Draft
  readonly sources: readonly SourceNamed[]
}

/** A version that is being written: questions and prompts as lines, by keys as well as by buttons. */
export function GuideLines({ draft, sources }: Props) {
  const t = useTranslations("guide")
  const wordsOf = useOriginWords(sources)
  const { lines, change, undo, redo } = draft
  const { focus, keep } = useLineFocus(lines)
  const [opened, open] = useState<string | null>(null)
  const named = numbered(lines)
  function apply(done: Edited | null) {
    if (!done) return false
    if (done.lines !== lines) change(done.lines)
    focus(done.focus)
    return true
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>, at: number) {
    if (event.nativeEvent.isComposing) return
    if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key) && !event.altKey) {
      event.preventDefault()
      return event.key.toLowerCase() === "y" || event.shiftKey ? redo() : undo()
    }
    if (apply(edited(lines, at, selectionOf(event.currentTarget), event))) event.preventDefault()
  }
  const set = (at: number, fields: Partial<GuideLine>, typing?: string) =>
    change(lines.with(at, { ...lines[at]!, ...fields }), typing)
  return (
    <>
      <ul className="guide-lines" aria-label={t("lines")}>
        {lines.map((line, at) => {
          const { question, prompt } = named[at]!
          const label =
            prompt === null ? t("question", { number: question }) : t("prompt", { number: prompt, question })
          const from = wordsOf(line.origin)
          return (
            <li key={line.id} className={classes("guide-line", line.is)}>
              <span className="num q" aria-hidden="true">
                {prompt === null ? question : "–"}
              </span>
              <div className="grow">
                <textarea
                  ref={(element) => keep(line.id, element)}
                  aria-label={label}
                  placeholder={t(line.is === "question" ? "questionHere" : "promptHere")}
                  rows={1}
                  maxLength={LONGEST_QUESTION}
                  value={line.text}
                  onChange={(event) =>
                    set(at, { text: event.currentTarget.value.replace(/\s*\n\s*/g, " ") }, line.id)
                  }
                  onKeyDown={(event) => onKeyDown(event, at)}
                  onPaste={(event) => {
                    const text = event.clipboardData.getData("text/plain")
                    if (apply(pasted(lines, at, selectionOf(event.currentTarget), text)))
                      event.preventDefault()
                  }}
                />
                {prompt === null && opened === line.id ? (
                  <OriginFields
                    origin={line.origin}
                    sources={sources}
                    change={(origin: Origin) => set(at, { origin }, `${line.id} origin`)}
                    close={() => open(null)}
                  />
                ) : (
                  prompt === null &&
                  from !== "" && (
                    <button type="button" className="guide-origin small" onClick={() => open(line.id)}>
                      {t("origin.from", { what: from })}
                    </button>
                  )
                )}
              </div>
              <LineMenu
                line={line}
                isFirst={at === 0}
                move={(by) =>
                  apply({ lines: movedLine(lines, line.id, by), focus: { line: line.id, at: 0 } })
                }
                turn={(is) => apply(turned(lines, at, is))}
                addPrompt={() => apply(added(lines, at, "prompt"))}
                openOrigin={() => open(line.id)}
                remove={() => apply(removed(lines, at))}
              />
            </li>
          )
        })}
      </ul>
      <p>
        <Button kind="bare" icon="plus" onClick={() => apply(added(lines, lines.length - 1, "question"))}>
          {t("addQuestion")}
        </Button>
      </p>
      <p className="small q wide-only">{t("keys")}</p>
    </>
  )
}

const selectionOf = ({ selectionStart, selectionEnd }: HTMLTextAreaElement) =>
  [selectionStart, selectionEnd] as const

/** The number of each line's question, and of a prompt under it. */
function numbered(lines: readonly GuideLine[]) {
  let [question, prompt] = [0, 0]
  return lines.map(({ is }) => {
    if (is === "question" || question === 0) [question, prompt] = [question + 1, 0]
    else return { question, prompt: ++prompt }
    return { question, prompt: null }
  })
}

/** Puts the cursor into a line once it is there. */
function useLineFocus(lines: readonly GuideLine[]) {
  const elements = useRef(new Map<string, HTMLTextAreaElement>())
  const [wanted, want] = useState<Edited["focus"] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line that is wanted may come with the next lines.
  useEffect(() => {
    const element = wanted && elements.current.get(wanted.line)
    if (!element) return
    element.focus()
    element.setSelectionRange(wanted.at, wanted.at)
    want(null)
  }, [wanted, lines])
  return {
    focus: want,
    keep(id: string, element: HTMLTextAreaElement | null) {
      if (element) elements.current.set(id, element)
      else elements.current.delete(id)
    },
  }
}
