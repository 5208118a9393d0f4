"use client"

import { useTranslations } from "next-intl"
import { type RefObject, useState } from "react"
import type { CodeId, MemberId, PlacedTurn } from "../../../../../../core/model"
import { wordsOf } from "../../../../../../core/text"
import type { FlagView } from "../../../../../../core/view"
import type { useReview } from "../../../../../_sync/projections"
import type { OwnLayer } from "../../../../../_sync/useLayer"
import { turnAt } from "../../../../../_transcript/textOnPage"
import { Segmented } from "../../../../../_ui/Choice"
import { IconButton } from "../../../../../_ui/IconButton"
import { AloneNote, Context, Definition } from "./AtHand"
import { ChosenCoding } from "./ChosenCoding"
import type { ListedCode } from "./codeList"
import { Declaration } from "./Declaration"
import { DiscussionList } from "./DiscussionList"
import type { DeskPassage, DeskSource } from "./deskSource"
import { discussionsOf, openFlags } from "./discussions"
import { Memos } from "./Memos"
import { MineHere } from "./MineHere"
import type { Mark } from "./marks"
import type { Acts } from "./useActs"
import type { useMemos } from "./useMemos"

interface Props {
  readonly passage: DeskPassage | null
  readonly seen: DeskSource
  readonly review: ReturnType<typeof useReview>
  readonly me: MemberId
  readonly marks: readonly Mark[]
  readonly chosen: Mark | null
  readonly choose: (key: string | null) => void
  readonly layer: OwnLayer
  readonly memos: ReturnType<typeof useMemos>
  readonly memoField: RefObject<HTMLTextAreaElement | null>
  readonly text: string
  readonly turns: readonly PlacedTurn[]
  readonly nameOf: (code: CodeId) => string
  readonly code: ListedCode | null
  readonly changeable: boolean
  readonly recode: () => void
  readonly remove: () => void
  readonly acts: Acts
  readonly writeMemo: () => void
  readonly reviewHref: (flag: { readonly id: string }) => string
  readonly openShortcuts: () => void
}

/** The right side: what one has chosen, the passage being read; what is to be discussed once something is revealed. */
export function SidePanel(props: Props) {
  const { passage, seen, review, me, marks, chosen, choose, layer, memos, memoField } = props
  const { text, turns, nameOf, code, changeable, recode, remove, acts, writeMemo, reviewHref } = props
  const t = useTranslations("desk.side")
  const [tab, setTab] = useState<"passage" | "discuss">("passage")
  const { view, meta } = review
  const flags = openFlags(Object.values(view.flags), meta)
  const isRevealed = Object.keys(view.passages).length > 0
  const other = seen.coders.find((coder) => coder.id !== me) ?? null
  const mustDeclare = isRevealed && other !== null && review.ready && view.declarations[me] === undefined
  const quoteOf = (mark: Mark) => text.slice(mark.from, mark.to)
  const here = passage
    ? marks.filter((mark) => mark.mine && mark.from < passage.to && mark.to > passage.from)
    : []

  return (
    <aside className="side right" aria-label={t("label")}>
      <header>
        {isRevealed && other ? (
          <Segmented
            label={t("label")}
            value={tab}
            onChange={setTab}
            options={[
              { value: "passage", label: t("passage", { number: (passage?.index ?? 0) + 1 }) },
              { value: "discuss", label: t("discuss", { count: flags.length }) },
            ]}
          />
        ) : (
          <h2>{t("passage", { number: (passage?.index ?? 0) + 1 })}</h2>
        )}
        <span className="grow" />
        <IconButton icon="keyboard" label={t("shortcuts")} shortcut="?" onClick={props.openShortcuts} />
      </header>
      <div className="body">
        {mustDeclare && <Declaration declare={(talked) => void acts.declare(talked)} />}
        {chosen && (
          <ChosenCoding
            key={chosen.key}
            mark={chosen}
            name={nameOf(chosen.code)}
            quote={quoteOf(chosen)}
            words={wordsOf(quoteOf(chosen)).length}
            who={seen.coders.find((coder) => coder.side === chosen.side)?.name ?? ""}
            coding={
              chosen.mine ? (layer.layer.codings.find((coding) => coding.id === chosen.coding) ?? null) : null
            }
            open={changeable}
            reviewHref={chosen.flag && reviewHref({ id: chosen.flag })}
            memoField={memoField}
            recode={recode}
            remove={remove}
            assent={() => void acts.assent(chosen.coding)}
            writeMemo={(memo, share) => layer.writeCodingMemo(chosen.coding, memo || null, share)}
            close={() => choose(null)}
          />
        )}
        {tab === "discuss" && isRevealed ? (
          <DiscussionList
            discussions={discussionsOf(flags)}
            nameOf={nameOf}
            reviewHref={(flag: FlagView) => reviewHref(flag)}
          />
        ) : (
          <>
            <MineHere
              chosen={chosen?.key ?? null}
              choose={choose}
              marks={here.map((mark) => ({
                mark,
                name: nameOf(mark.code),
                quote: quoteOf(mark),
                startMs: turns[turnAt(turns, mark.from)]?.startMs ?? null,
              }))}
            />
            <Memos
              memos={memos.shown}
              current={chosen?.what === "own" ? null : memos.current}
              field={memoField}
              start={writeMemo}
              write={memos.write}
              remove={memos.remove}
            />
            {code && <Definition code={code} />}
            <Context context={seen.source.context} />
          </>
        )}
      </div>
      {other && seen.source.blindness !== "open" && (
        <AloneNote other={other.name} blindness={seen.source.blindness} />
      )}
    </aside>
  )
}
