"use client"

import { useMemo } from "react"
import type { Outline } from "../../../../../../core/peaks"
import type { FlagView } from "../../../../../../core/view"
import type { Draft } from "../../../../../_discussion/draft"
import { isDone } from "../../../../../_discussion/glyph"
import { History } from "../../../../../_discussion/History"
import { ReadingColumns } from "../../../../../_discussion/ReadingColumns"
import { disputedSpans, readingsOf } from "../../../../../_discussion/readings"
import type { ListenAgain } from "../../../../../_discussion/useListenAgain"
import { type Painted, turnsAround, WordsInContext } from "../../../../../_discussion/WordsInContext"
import type { Player } from "../../../../../_sound/usePlayer"
import { Answer } from "./Answer"
import { BesideWords } from "./BesideWords"
import { ClipBox } from "./ClipBox"
import { Decided } from "./Decided"
import type { Discussing } from "./discussing"
import { FlagHead } from "./FlagHead"
import { wordsOfPassage } from "./passageWords"
import type { Shown } from "./useShown"

interface Props {
  readonly discussing: Discussing
  readonly order: readonly string[]
  readonly flag: FlagView
  readonly show: (shown: Shown) => void
  readonly listening: ListenAgain
  readonly player: Player
  /** What the recording looks like, where that is known. */
  readonly outline: Outline | null
  readonly draft: Draft
  readonly setDraft: (draft: Draft | null) => void
}

/** One disagreement: the words, the sound, what each coded, what is proposed, what came of it, and its story. */
export function FlagDetail({
  discussing,
  order,
  flag,
  show,
  listening,
  player,
  outline,
  draft,
  setDraft,
}: Props) {
  const { view, turns, speakers, names } = discussing
  const readings = useMemo(() => readingsOf(flag, view.codings), [flag, view.codings])
  const around = useMemo(() => turnsAround(turns, flag.text), [turns, flag.text])
  const passage = view.passages[flag.passage]
  const words = useMemo(() => (passage ? wordsOfPassage(turns, passage, flag) : null), [turns, passage, flag])
  const painted = useMemo<Painted>(
    () => ({
      "line-a": readings.a.map((each) => each.text),
      "line-b": readings.b.map((each) => each.text),
      disputed: disputedSpans(readings),
      chosen:
        draft.choice === "other" && draft.extent === "own" && draft.own && words
          ? [words.textOf(draft.own)]
          : [],
    }),
    [readings, draft.choice, draft.extent, draft.own, words],
  )
  const onSelect = useMemo(
    () =>
      draft.choice === "other" && words
        ? (span: { from: number; to: number } | null) => {
            const own = span && words.wordsOf(span)
            if (own) setDraft({ ...draft, own, extent: "own" })
          }
        : undefined,
    [draft, setDraft, words],
  )
  const play = (ms: number) => {
    player.seek(ms)
    player.play()
  }
  const handedInAt = (side: "a" | "b") => {
    const coder = names.side[side]?.id
    const event = flag.history.find(({ what, by }) => what === "handed-in" && by[0] === coder)
    return event?.at ?? null
  }
  return (
    <div className="detail">
      <article className="talk">
        <FlagHead {...{ discussing, order, flag, show }} />
        <WordsInContext
          turns={around}
          speakers={speakers}
          painted={painted}
          {...(onSelect ? { onSelect } : {})}
        />
        <ClipBox {...{ discussing, flag, listening, player, outline }} />
        <Decided {...{ discussing, flag, readings }} />
        <ReadingColumns {...{ readings, names, handedInAt }} />
        {!isDone(flag) && (
          <Answer
            {...{ discussing, flag, readings, draft, setDraft, listening }}
            canChooseWords={words !== null}
          />
        )}
      </article>
      <aside className="story">
        <History {...{ flag, readings, names }} />
        <BesideWords
          {...{ discussing, show }}
          passage={passage?.span ?? null}
          // What is heard together is nobody's alone to move.
          play={discussing.meta.hasRecording && listening.head === null ? play : undefined}
        />
      </aside>
    </div>
  )
}
