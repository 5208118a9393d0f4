"use client"

import { useTranslations } from "next-intl"
import { useMemo, useState } from "react"
import { wordsOf } from "../../../../../../core/text"
import { PassageNotes } from "../../../../../_fieldNotes/PassageNotes"
import { CommentsBeside } from "../../../../../_memberCheck/CommentsBeside"
import { turnAt } from "../../../../../_transcript/textOnPage"
import { Segmented } from "../../../../../_ui/Choice"
import { IconButton } from "../../../../../_ui/IconButton"
import { AloneNote, Context, Definition } from "./AtHand"
import { ChosenCoding } from "./ChosenCoding"
import { Corrections } from "./Corrections"
import { Declaration } from "./Declaration"
import { DiscussionList } from "./DiscussionList"
import type { DeskPassage } from "./deskSource"
import { discussionsOf, openFlags } from "./discussions"
import { Memos } from "./Memos"
import { MineHere } from "./MineHere"
import type { Mark } from "./marks"
import type { DeskKnown } from "./useDesk"
import type { Hand } from "./useHand"

interface Props {
  readonly known: DeskKnown
  readonly passage: DeskPassage | null
  readonly hand: Hand
  readonly startMemo: () => void
  readonly play: ((ms: number) => void) | undefined
}

/** The right side: what one has chosen, the passage being read; what is to be discussed once something is revealed. */
export function SidePanel({ known, passage, hand, startMemo, play }: Props) {
  const { me, other, source, coders, review, marksBeside, layer, codes, text, turns, corrections } = known
  const { chosen, choose, memos, memoField, acts } = hand
  const { mark } = chosen
  const { view, meta } = review
  const t = useTranslations("desk.side")
  const [tab, setTab] = useState<"passage" | "discuss">("passage")
  const flags = useMemo(() => openFlags(Object.values(view.flags), meta), [view.flags, meta])
  const discussions = useMemo(() => discussionsOf(flags), [flags])
  const isRevealed = Object.keys(view.passages).length > 0
  const mustDeclare = isRevealed && other !== null && review.ready && view.declarations[me] === undefined
  const number = (passage?.index ?? 0) + 1
  const code = codes.list.applicable.find((each) => each.id === hand.looked)
  const quoteOf = ({ from, to }: Mark) => text.slice(from, to)
  const { nameOf } = codes
  const here = useMemo(
    () =>
      marksBeside
        .filter((each) => passage && each.mine && each.from < passage.to && each.to > passage.from)
        .map((each) => ({
          mark: each,
          name: nameOf(each.code),
          quote: text.slice(each.from, each.to),
          startMs: turns[turnAt(turns, each.from)]?.startMs ?? null,
        })),
    [marksBeside, passage, nameOf, text, turns],
  )
  const reviewHref = (flag: string) =>
    `/projects/${source.project}/sources/${source.id}/review?flag=${encodeURIComponent(flag)}`

  return (
    <aside className="side right" aria-label={t("label")}>
      <header>
        {isRevealed && other !== null ? (
          <>
            <h2 className="vh">{t("label")}</h2>
            <Segmented
              label={t("label")}
              value={tab}
              onChange={setTab}
              options={[
                { value: "passage", label: t("passage", { number }) },
                { value: "discuss", label: t("discuss", { count: flags.length }) },
              ]}
            />
          </>
        ) : (
          <h2>{t("passage", { number })}</h2>
        )}
        <span className="grow" />
        <IconButton
          icon="keyboard"
          label={t("shortcuts")}
          shortcut="?"
          onClick={() => hand.setOpened("shortcuts")}
        />
      </header>
      <div className="body">
        {mustDeclare && <Declaration declare={(talked) => void acts.declare(talked)} />}
        {mark && (
          <ChosenCoding
            key={mark.key}
            mark={mark}
            name={codes.nameOf(mark.code)}
            quote={quoteOf(mark)}
            words={wordsOf(quoteOf(mark)).length}
            who={coders.find((coder) => coder.side === mark.side)?.name ?? ""}
            coding={mark.mine ? (layer.layer.codings.find(({ id }) => id === mark.coding) ?? null) : null}
            changeable={chosen.isChangeable}
            reviewHref={mark.flag && reviewHref(mark.flag)}
            memoField={memoField}
            recode={() => hand.setOpened("recode")}
            remove={hand.remove}
            assent={() => void acts.assent(mark.coding)}
            writeMemo={(memo, share) => layer.writeCodingMemo(mark.coding, memo || null, share)}
          />
        )}
        {tab === "discuss" && isRevealed ? (
          <DiscussionList
            discussions={discussions}
            nameOf={codes.nameOf}
            reviewHref={({ id }) => reviewHref(id)}
            play={play}
            show={(flag) => {
              choose(flag.units[0] ?? null)
              hand.show(flag.text)
            }}
          />
        ) : (
          <>
            <MineHere ready={layer.ready} chosen={chosen.key} choose={choose} marks={here} />
            <Memos
              memos={memos.shown}
              current={mark?.what === "own" ? null : memos.current}
              field={memoField}
              start={startMemo}
              write={memos.write}
              remove={memos.remove}
            />
            {code && <Definition code={code} />}
            <Corrections corrections={corrections.corrections} />
            <Context context={source.context} />
            {source.memberChecks && (
              <CommentsBeside
                source={source.id}
                place={`/projects/${source.project}/sources/${source.id}`}
                {...{ passage }}
                show={hand.show}
              />
            )}
            {source.notes && <PassageNotes source={source.id} {...{ turns, passage, play, me }} />}
          </>
        )}
      </div>
      {other !== null && source.blindness !== "open" && (
        <AloneNote other={other} blindness={source.blindness} />
      )}
    </aside>
  )
}
