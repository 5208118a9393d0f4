"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { Span } from "../../../../../../../core/model"
import { type Mark, marked, markOf, surroundings } from "../../../../../../_editor/searching"
import type { TranscriptEditor } from "../../../../../../_editor/transcriptEditor"
import { Button } from "../../../../../../_ui/Button"

interface Props {
  readonly editor: TranscriptEditor
  readonly text: string
  readonly places: readonly Span[]
  readonly by: string
  readonly onReplace: (places: readonly Span[]) => void
}

/** Each place as it would be; some may be left as they are. */
export function Preview({ editor, text, places, by, onReplace }: Props) {
  const t = useTranslations("transcribe.finding")
  const [left, setLeft] = useState<readonly Mark[]>([])
  const leftAt = marked(editor, left)
  const meant = places.filter(({ from }) => !leftAt.has(from))
  const turn = (place: Span) =>
    setLeft(
      leftAt.has(place.from)
        ? left.filter((mark) => !marked(editor, [mark]).has(place.from))
        : [...left, markOf(editor, place)],
    )
  return (
    <section className="preview" aria-label={t("preview")}>
      <ul>
        {places.map((place) => {
          const { before, found, after } = surroundings(text, place)
          return (
            <li key={place.from}>
              <label className="tick">
                <input type="checkbox" checked={!leftAt.has(place.from)} onChange={() => turn(place)} />
                <span>
                  <span className="q">{before}</span>
                  <del>{found}</del>
                  {by !== "" && <ins>{by}</ins>}
                  <span className="q">{after}</span>
                </span>
              </label>
            </li>
          )
        })}
      </ul>
      <Button
        kind="primary"
        onClick={() => meant.length > 0 && onReplace(meant)}
        aria-disabled={meant.length === 0}
      >
        {t("replaceThese", { count: meant.length })}
      </Button>
    </section>
  )
}
