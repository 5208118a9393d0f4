"use client"

import { useTranslations } from "next-intl"
import type { Narrowed } from "../../../../../_discussion/narrowed"
import { Button } from "../../../../../_ui/Button"
import type { Discussing } from "./discussing"

interface Props {
  readonly discussing: Discussing
  readonly narrowed: Narrowed
}

/** What a link has narrowed the list to, and the way back to all of it. */
export function NarrowedTo({ discussing, narrowed }: Props) {
  const t = useTranslations("review.narrowed")
  const { view, names, widen } = discussing
  const { code, below, from, to } = narrowed
  const number = (passage: string) => (view.passages[passage]?.index ?? -1) + 1
  const [first, last] = [from && number(from.passage), to && number(to.passage)]
  const ends = [first, last].filter((each): each is number => each !== null)
  const parts = [
    ...(code === null ? [] : [t(below ? "codeAndBelow" : "code", { code: names.code(code) })]),
    ...(ends.length === 0
      ? []
      : ends.includes(0)
        ? [t("elsewhere")]
        : [t("passages", sameOrNot(Math.min(...ends), Math.max(...ends)))]),
  ]
  return (
    <div className="narrowed-to" role="status">
      <span className="grow">{t("only", { what: parts.join(t("and")) })}</span>
      <Button kind="bare" icon="close" onClick={widen}>
        {t("widen")}
      </Button>
    </div>
  )
}

const sameOrNot = (first: number, last: number) => ({ same: first === last ? "yes" : "no", first, last })
