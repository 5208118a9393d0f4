"use client"

import { useTranslations } from "next-intl"
import { isAncestor } from "../../../../../../core/codebook"
import type { FlagView } from "../../../../../../core/view"
import { glyphOf, isDone } from "../../../../../_discussion/glyph"
import { ButtonLink } from "../../../../../_ui/Button"
import { IconButton } from "../../../../../_ui/IconButton"
import { KindGlyph } from "../../../../../_ui/KindGlyph"
import type { Discussing } from "./discussing"
import { nextFlag } from "./useReviewKeys"
import type { Shown } from "./useShown"

interface Props {
  readonly discussing: Discussing
  readonly order: readonly string[]
  readonly flag: FlagView
  readonly show: (shown: Shown) => void
}

/** Which disagreement it is, and the way to the one before, the next, and the text around it. */
export function FlagHead({ discussing, order, flag, show }: Props) {
  const t = useTranslations("review.flag")
  const kinds = useTranslations("common.kind")
  const { view, names, project, source, isCoder } = discussing
  const passage = view.passages[flag.passage]
  const shown: Shown = { is: "flag", id: flag.id }
  const [before, after] = [nextFlag(order, shown, -1), nextFlag(order, shown, 1)]
  const go = (id: string | null) => id && show({ is: "flag", id })
  // What was settled is named as it was discussed: the merge that settled it would make it look like a cut.
  const glyph = isDone(flag) && flag.kind !== flag.kindAtReveal ? flag.kindAtReveal : glyphOf(flag)
  const besides = [...new Set(flag.beside.flatMap((unit) => view.codings[unit]?.code ?? []))].map(names.code)
  return (
    <header className="flag-head">
      <div className="row wrap">
        <KindGlyph kind={glyph} settled={isDone(flag)} silent />
        <h1 className="lead">{kinds(glyph)}</h1>
        {passage && <span className="q">{t("passage", { number: passage.index + 1 })}</span>}
        <span className="grow" />
        <IconButton
          icon="arrowUp"
          label={t("previous")}
          shortcut="K"
          disabled={!before}
          onClick={() => go(before)}
        />
        <IconButton
          icon="arrowDown"
          label={t("next")}
          shortcut="J"
          disabled={!after}
          onClick={() => go(after)}
        />
        {isCoder && (
          <ButtonLink
            kind="bare"
            icon="arrowRight"
            href={`/projects/${project}/sources/${source}/code?at=${flag.text.from}`}
          >
            {t("inText")}
          </ButtonLink>
        )}
      </div>
      {glyph !== flag.kindAtReveal && flag.kind !== flag.kindAtReveal && (
        <p className="small q2">{t("was", { kind: kinds(flag.kindAtReveal) })}</p>
      )}
      {flag.level && <p className="small q2">{levelWords(discussing, flag, t)}</p>}
      {besides.length > 0 && <p className="small q2">{t("beside", { codes: besides.join(", ") })}</p>}
    </header>
  )
}

function levelWords(
  { codes, names }: Discussing,
  flag: FlagView,
  t: ReturnType<typeof useTranslations<"review.flag">>,
): string {
  const [one, other] = flag.codes as [string, string]
  const [above, below] = isAncestor(codes, one, other) ? [one, other] : [other, one]
  return t("level", { above: names.code(above), below: names.code(below) })
}
