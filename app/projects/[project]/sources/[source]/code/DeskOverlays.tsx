"use client"

import { useTranslations } from "next-intl"
import { useMemo } from "react"
import type { Span } from "../../../../../../core/model"
import { lengthOf, wordSpan } from "../../../../../../core/text"
import { passagesOf } from "../../../../../_transcript/groupTurns"
import { edgesOf } from "../../../../../_transcript/textOnPage"
import { CodePopover } from "./CodePopover"
import { CorrectPopover } from "./CorrectPopover"
import type { ListedCode } from "./codeList"
import { EditCodeDialog } from "./EditCodeDialog"
import { FreezeDialog } from "./FreezeDialog"
import { ShortcutsDialog } from "./ShortcutsDialog"
import { TakeBackFirst } from "./TakeBackFirst"
import type { DeskKnown } from "./useDesk"
import type { Hand } from "./useHand"
import type { Place } from "./usePlace"
import type { useSingleKeys } from "./useSingleKeys"

interface Props {
  readonly known: DeskKnown
  readonly place: Place
  readonly hand: Hand
  readonly startMemo: () => void
  readonly editing: ListedCode | null
  readonly closeEditing: () => void
  readonly singleKeys: ReturnType<typeof useSingleKeys>
}

/** What opens above the desk: the panel that codes words, and three dialogs. */
export function DeskOverlays({ known, place, hand, startMemo, editing, closeEditing, singleKeys }: Props) {
  const { source, other, layer, codes, words, countOf } = known
  const { opened, selected, chosen, vivo, lastCode, freezing } = hand
  const t = useTranslations("desk")
  const [single, setSingle] = singleKeys
  const isRecoding = opened === "recode"
  const span = isRecoding ? chosen.mark : selected.span
  const at = useMemo(
    () => ({
      getBoundingClientRect: () =>
        (place.text && span && edgesOf(place.text, span)?.last) || new DOMRect(0, 0, 0, 0),
    }),
    [place.text, span],
  )
  const plan = !isRecoding && selected.span ? hand.acts.planOf(selected.span) : null
  const isOpen = (opened === "code" || isRecoding) && span !== null
  return (
    <>
      {isOpen && plan?.kind === "take-back" && (
        <TakeBackFirst
          at={at}
          close={() => hand.setOpened(null)}
          takeBack={() => plan.passages.forEach(known.handIns.takeBack)}
        />
      )}
      {isOpen && plan?.kind !== "take-back" && (
        <CodePopover
          key={opened}
          at={at}
          words={lengthOf(wordSpan(words, span))}
          codes={codes.list.applicable}
          last={lastCode}
          inVivo={!isRecoding && vivo ? vivo : null}
          hint={
            isRecoding && chosen.mark
              ? t("popover.recode", { name: codes.nameOf(chosen.mark.code) })
              : plan?.kind === "later"
                ? t("later.hint")
                : null
          }
          close={() => hand.setOpened(null)}
          apply={hand.apply}
          create={isRecoding ? null : hand.create}
          memo={isRecoding ? null : startMemo}
          correct={isRecoding ? null : () => hand.setOpened("correct")}
        />
      )}
      {opened === "correct" && selected.span && (
        <CorrectPopover
          at={at}
          words={known.text.slice(selected.span.from, selected.span.to)}
          blindTo={isBlindAt(known, selected.span) ? other : null}
          close={() => hand.setOpened(null)}
          correct={async (words) => {
            const isKept = await known.corrections.correct(selected.span!, words)
            if (isKept) selected.select(null)
            return isKept
          }}
        />
      )}
      {opened === "shortcuts" && (
        <ShortcutsDialog single={single} setSingle={setSingle} close={() => hand.setOpened(null)} />
      )}
      {editing && (
        <EditCodeDialog
          code={editing}
          count={countOf(editing.id)}
          save={(name, definition) => layer.rename(editing.id, name, definition)}
          drop={() => layer.dropSuggestion(editing.id)}
          close={closeEditing}
        />
      )}
      {freezing && (
        <FreezeDialog
          number={freezing.index + 1}
          blindness={source.blindness}
          other={other}
          confirm={() => hand.finish(freezing)}
          close={hand.closeFreezing}
        />
      )}
    </>
  )
}

/** Whether what one corrects there is kept from the other for now (B15). */
function isBlindAt({ source, passages, isRevealed }: DeskKnown, span: Span): boolean {
  return source.blindness !== "open" && passagesOf(passages, span).some(({ id }) => !isRevealed(id))
}
