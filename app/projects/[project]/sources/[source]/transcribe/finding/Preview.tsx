"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { Span } from "../../../../../../../core/model"
import { findPlaces, type Search } from "../../../../../../../core/ydoc/replacing"
import { type Mark, marked, markOf, surroundings, textShown } from "../../../../../../_editor/searching"
import type { TranscriptEditor } from "../../../../../../_editor/transcriptEditor"
import { Button } from "../../../../../../_ui/Button"

interface Props {
  readonly editor: TranscriptEditor
  readonly text: string
  /** As they were when the page was drawn. */
  readonly places: readonly Span[]
  readonly search: Search
  readonly by: string
  readonly onReplace: (places: readonly Span[]) => void
}

/** Each place as it would be; some may be left as they are. */
export function Preview({ editor, text, places, search, by, onReplace }: Props) {
  const t = useTranslations("transcribe.finding")
  const [left, setLeft] = useState<readonly Mark[]>([])
  const leftAt = marked(editor, left)
  const meant = places.filter(({ from }) => !leftAt.has(from))
  /** The same places at this moment: others may have written since. Null where there are more or fewer than were seen. */
  const seenNow = () => {
    const now = findPlaces(textShown(editor), search)
    return now.length === places.length ? now : null
  }
  const turn = (index: number) => {
    const place = seenNow()?.[index]
    if (!place) return
    const others = left.filter((mark) => !marked(editor, [mark]).has(place.from))
    setLeft(others.length < left.length ? others : [...left, markOf(editor, place)])
  }
  const replace = () => {
    const leftNow = marked(editor, left)
    const meantNow = seenNow()?.filter(({ from }) => !leftNow.has(from)) ?? []
    if (meantNow.length > 0) onReplace(meantNow)
  }
  return (
    <section className="preview" aria-label={t("preview")}>
      <ul>
        {places.map((place, index) => {
          const { before, found, after } = surroundings(text, place)
          return (
            <li key={place.from}>
              <label className="tick">
                <input type="checkbox" checked={!leftAt.has(place.from)} onChange={() => turn(index)} />
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
      <Button kind="primary" onClick={replace} aria-disabled={meant.length === 0}>
        {t("replaceThese", { count: meant.length })}
      </Button>
    </section>
  )
}
