"use client"

import { useTranslations } from "next-intl"
import type { CodeId } from "../../../../../../core/model"
import { Button } from "../../../../../_ui/Button"
import type { ListedCode } from "./codeList"
import type { DeskPassage } from "./deskSource"

interface Props {
  readonly words: number
  /** The name of the coding chosen. */
  readonly chosen: string | null
  readonly passage: DeskPassage | null
  readonly codes: readonly ListedCode[]
  readonly last: ListedCode | null
  readonly apply: (code: CodeId) => void
  readonly more: () => void
  readonly remove: (() => void) | null
  readonly cancel: () => void
  readonly panel: "left" | "right" | null
  readonly setPanel: (panel: "left" | "right" | null) => void
}

const MOST = 8

/** What a finger needs where there is no room for the sides. */
export function Dock(props: Props) {
  const { words, chosen, passage, codes, last, apply, more, remove, cancel, panel, setPanel } = props
  const t = useTranslations("desk.dock")
  const recent = last ? [last, ...codes.filter((code) => code.id !== last.id)] : codes
  return (
    <section className="dock" aria-label={t("label")}>
      <div className="say">
        <b className="strong grow">
          {words > 0
            ? t("words", { count: words })
            : (chosen ?? (passage ? t("passage", { number: passage.index + 1 }) : ""))}
        </b>
        {(words > 0 || chosen !== null) && (
          <Button kind="bare" onClick={cancel}>
            {t("cancel")}
          </Button>
        )}
      </div>
      <div className="keys">
        {words > 0 ? (
          <>
            <button type="button" className="tap" onClick={more}>
              {t("otherCode")}
            </button>
            {recent.slice(0, MOST).map((code) => (
              <button key={code.id} type="button" className="tap" onClick={() => apply(code.id)}>
                {code.name}
              </button>
            ))}
          </>
        ) : chosen !== null && remove ? (
          <>
            <button type="button" className="tap" onClick={more}>
              {t("changeCode")}
            </button>
            <button type="button" className="tap" onClick={remove}>
              {t("remove")}
            </button>
          </>
        ) : null}
        {words === 0 &&
          (["left", "right"] as const).map((side) => (
            <button
              key={side}
              type="button"
              className="tap"
              aria-expanded={panel === side}
              onClick={() => setPanel(panel === side ? null : side)}
            >
              {t(side)}
            </button>
          ))}
      </div>
    </section>
  )
}
