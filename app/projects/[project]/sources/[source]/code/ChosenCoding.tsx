"use client"

import { useTranslations } from "next-intl"
import type { Ref } from "react"
import type { LayerCoding } from "../../../../../../core/ydoc/layer"
import { Button } from "../../../../../_ui/Button"
import { Checkbox } from "../../../../../_ui/Choice"
import { KindGlyph } from "../../../../../_ui/KindGlyph"
import { Mark as SideMark } from "../../../../../_ui/Marks"
import { Quoted } from "../../../../../_ui/Quoted"
import { MemoField } from "./MemoField"
import type { Mark } from "./marks"

interface Props {
  readonly mark: Mark
  readonly name: string
  readonly quote: string
  readonly words: number
  readonly who: string
  /** The layer's own entry; null for what is not in one's layer. */
  readonly coding: LayerCoding | null
  /** One's own, in a passage still open. */
  readonly changeable: boolean
  readonly reviewHref: string | null
  readonly memoField: Ref<HTMLTextAreaElement>
  readonly recode: () => void
  readonly remove: () => void
  readonly assent: () => void
  readonly writeMemo: (memo: string, share: boolean) => void
}

/** The coding one has chosen: its code, its words, its memo, and what may be done with it. */
export function ChosenCoding(props: Props) {
  const { mark, name, quote, words, who, coding, changeable, reviewHref, memoField } = props
  const { recode, remove, assent, writeMemo } = props
  const t = useTranslations("desk.chosen")
  return (
    <section className="section chosen-coding" aria-label={t("title")}>
      <h3 className="row">
        <SideMark side={mark.side} />
        <b className="strong grow">{name}</b>
        {mark.kind && <KindGlyph kind={mark.kind} settled={mark.settled} />}
      </h3>
      <blockquote className="quote">
        <Quoted>{quote}</Quoted>
      </blockquote>
      <p className="small q">{t("by", { who, count: words })}</p>
      {mark.what === "late" && <p className="small">{t("late")}</p>}
      {mark.what === "later" && (
        <p className="small q">
          {t(mark.assented ? "laterAssented" : "laterWaiting", { round: mark.round ?? 2 })}
        </p>
      )}
      {mark.what === "own" && !changeable && <p className="small q">{t("handedIn")}</p>}
      {coding && mark.what !== "late" && (
        <>
          <MemoField
            label={t("memo")}
            placeholder={t("memoPlaceholder")}
            text={coding.memo ?? ""}
            write={(memo) => writeMemo(memo, coding.shareMemo)}
            field={memoField}
          />
          {coding.memo && (
            <Checkbox
              label={t("share")}
              checked={coding.shareMemo}
              disabled={!changeable}
              onChange={(event) => writeMemo(coding.memo ?? "", event.target.checked)}
            />
          )}
        </>
      )}
      <div className="row wrap">
        {changeable && (
          <Button icon="edit" shortcut="C" onClick={recode}>
            {t("recode")}
          </Button>
        )}
        {(changeable || mark.what === "late" || (mark.what === "later" && mark.mine)) && (
          <Button icon="trash" shortcut="U" onClick={remove}>
            {t("remove")}
          </Button>
        )}
        {mark.what === "later" && !mark.mine && !mark.assented && (
          <Button icon="check" onClick={assent}>
            {t("assent")}
          </Button>
        )}
        {reviewHref && (
          <a className="link" href={reviewHref}>
            {t("discuss")}
          </a>
        )}
      </div>
      {changeable && <p className="micro q">{t("resizeHint")}</p>}
    </section>
  )
}
