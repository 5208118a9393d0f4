"use client"

import { useTranslations } from "next-intl"
import { useMemo, useState } from "react"
import { cutAt, type PutAt } from "../../../../../../core/cutAtQuestions"
import { shortened } from "../../../../../../core/memberCheck"
import type { PlacedTurn, Speaker } from "../../../../../../core/model"
import type { TurnRange } from "../../../../../../core/passage"
import { positionText } from "../../../../../_sound/positionText"
import { Button } from "../../../../../_ui/Button"
import { Checkbox } from "../../../../../_ui/Choice"
import { Dialog, DialogClose } from "../../../../../_ui/Dialog"
import { countWords } from "./ranges"

interface Props {
  readonly put: readonly PutAt[]
  readonly turns: readonly PlacedTurn[]
  readonly speakers: readonly Speaker[]
  readonly cut: (ranges: readonly TurnRange[]) => void
}

/** Shows where the questions of the guide were put, and what passages would come of cutting there; cuts when told to. */
export function AtQuestions({ put, turns, speakers, cut }: Props) {
  const t = useTranslations("source.passages")
  const common = useTranslations("common")
  const [open, setOpen] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = put.filter(({ question }) => !left.has(question))
  const said = { turns, speakers }
  const ranges = cutAt(
    said,
    chosen.map(({ turn }) => turn),
  )
  const words = useMemo(() => countWords(turns), [turns])
  const sizes = ranges.map(words)
  function tick(question: string, isIn: boolean) {
    setLeft((before) => {
      const next = new Set(before)
      if (isIn) next.delete(question)
      else next.add(question)
      return next
    })
  }
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={setOpen}
      title={t("questions.title")}
      description={t("questions.lead")}
      trigger={
        <Button kind="bare" icon="split">
          {t("questions.act")}
        </Button>
      }
      footer={
        <>
          <span className="small q grow" role="status">
            {t("sizes", { count: sizes.length, least: Math.min(...sizes), most: Math.max(...sizes) })}
          </span>
          <DialogClose>
            <Button kind="bare">{common("cancel")}</Button>
          </DialogClose>
          <Button
            kind="primary"
            disabled={chosen.length === 0}
            onClick={() => {
              cut(ranges)
              setOpen(false)
            }}
          >
            {t("questions.cut")}
          </Button>
        </>
      }
    >
      <ul className="lines at-questions">
        {put.map(({ question, text, turn, tickMs }) => (
          <li key={question}>
            <Checkbox
              checked={!left.has(question)}
              onChange={({ currentTarget }) => tick(question, currentTarget.checked)}
              label={text}
              hint={
                <>
                  {tickMs === null
                    ? t("questions.byWords", { turn: turn + 1 })
                    : t("questions.byTick", { turn: turn + 1, position: positionText(tickMs) })}
                  <span className="verbatim"> {shortened(turns[turn]!.text, 120)}</span>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
