"use client"

import { useTranslations } from "next-intl"
import type { CodeId, CodingId, Span } from "../../../../../../core/model"
import type { LayerCoding } from "../../../../../../core/ydoc/layer"
import { Button } from "../../../../../_ui/Button"
import { Icon } from "../../../../../_ui/Icon"
import { shorten } from "./MineHere"

interface Props {
  readonly lost: readonly LayerCoding[]
  readonly nameOf: (code: CodeId) => string
  /** The coding for which other words are being looked for. */
  readonly placing: CodingId | null
  readonly setPlacing: (coding: CodingId | null) => void
  readonly selected: Span | null
  readonly place: (coding: CodingId, span: Span) => void
  readonly remove: (coding: CodingId) => void
}

/** One's codings whose words are gone from the text: each is put on other words, or dropped. */
export function LostCodings({ lost, nameOf, placing, setPlacing, selected, place, remove }: Props) {
  const t = useTranslations("desk.lostCodings")
  const common = useTranslations("common")
  return (
    <div className="alert lost-codings" role="status">
      <Icon name="info" />
      <div className="grow stack">
        <p>{t("title", { count: lost.length })}</p>
        <ul>
          {lost.map(({ id, code, anchor }) => (
            <li key={id} className="row">
              <span className="grow">
                <span className="strong">{nameOf(code)}</span>{" "}
                <span className="q2">{common("quoted", { words: shorten(anchor.quote) })}</span>
                {placing === id && !selected && <span className="small q2 block">{t("choose")}</span>}
              </span>
              {placing === id && selected ? (
                <Button kind="primary" onClick={() => place(id, selected)}>
                  {t("here")}
                </Button>
              ) : (
                <Button
                  kind="bare"
                  aria-pressed={placing === id}
                  onClick={() => setPlacing(placing === id ? null : id)}
                >
                  {t("elsewhere")}
                </Button>
              )}
              <Button kind="bare" onClick={() => remove(id)}>
                {t("drop")}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
