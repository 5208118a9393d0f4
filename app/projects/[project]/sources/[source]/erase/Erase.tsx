"use client"

import { useTranslations } from "next-intl"
import { useMemo, useRef, useState } from "react"
import type { Clip, PlacedTurn, Speaker } from "../../../../../../core/model"
import { textOf, wordsOf } from "../../../../../../core/text"
import { ask } from "../../../../../_sync/api"
import { Transcript } from "../../../../../_transcript/Transcript"
import { usePainting } from "../../../../../_transcript/usePainting"
import { useSelectedWords } from "../../../../../_transcript/useSelectedWords"
import { useTextOnPage } from "../../../../../_transcript/useTextOnPage"
import { Button } from "../../../../../_ui/Button"
import { type Chosen, countTicked, found, heardAt, nothingChosen, withSpan, withSpeaker } from "./chosen"
import { Done } from "./Done"
import { EraseDialog } from "./EraseDialog"
import { Places } from "./Places"
import { Seek } from "./Seek"

interface Props {
  readonly source: string
  readonly back: string
  readonly speakers: readonly Speaker[]
  readonly turns: readonly PlacedTurn[]
  /** Null without a recording. */
  readonly sound: { readonly durationMs: number | null; readonly canBeSilenced: boolean } | null
}

/** Words are looked for or chosen in the text, every place is seen and ticked, then they are erased for good. */
export function Erase({ source, back, speakers, turns, sound }: Props) {
  const t = useTranslations("safety.erase")
  const [chosen, setChosen] = useState<Chosen>(nothingChosen)
  const [done, setDone] = useState<{ readonly heard: readonly Clip[] } | null>(null)
  const text = useMemo(() => textOf(turns), [turns])
  const words = useMemo(() => wordsOf(text), [text])
  const root = useRef<HTMLDivElement>(null)
  const onPage = useTextOnPage(root, turns)
  const hand = useSelectedWords(onPage, words, root, { pressed: () => {}, selected: () => {} })
  const all = useMemo(() => ({ from: 0, to: text.length }), [text])
  usePainting(
    onPage,
    all,
    "found",
    useMemo(() => chosen.spans.filter(({ ticked }) => ticked), [chosen.spans]),
  )
  usePainting(
    onPage,
    all,
    "chosen",
    useMemo(() => (hand.span ? [hand.span] : []), [hand.span]),
  )
  const groups = useMemo(() => [{ passage: null, turns }], [turns])

  async function erase(mark: string) {
    const spans = chosen.spans
      .filter(({ ticked }) => ticked)
      .map(({ from, to, words }) => ({ from, to, words }))
    const places = chosen.places.filter(({ ticked }) => ticked).map(({ key }) => key)
    await ask("POST", `/api/sources/${source}/erasures`, { words: chosen.words, spans, places, mark })
    setDone({ heard: sound ? heardAt(turns, chosen.spans, sound.durationMs) : [] })
    setChosen(nothingChosen)
    hand.select(null)
  }

  const addSelection = () => {
    if (!hand.span) return
    setChosen(withSpan(chosen, text, hand.span))
    hand.select(null)
    document.getSelection()?.removeAllRanges()
  }
  return (
    <div className="with-side erase">
      <header className="main stack tight">
        <h1 className="title">{t("title")}</h1>
        <p className="q2 prose">{t("lead")}</p>
      </header>
      <div className="main text">
        <div className="sheet alone">
          <Transcript
            ref={root}
            groups={groups}
            speakers={speakers}
            around={() => ({ label: "", head: null })}
            role="group"
            tabIndex={0}
            aria-label={t("transcript")}
            onKeyDown={hand.onKeyDown}
          />
        </div>
      </div>
      <aside className="stack loose choosing">
        {done && (
          <Done
            source={source}
            heard={done.heard}
            canBeSilenced={sound?.canBeSilenced === true}
            back={back}
          />
        )}
        <Seek
          source={source}
          onFound={(words, where) => setChosen((before) => found(before, text, words, where))}
        >
          <Button icon="plus" disabled={!hand.span} onClick={addSelection}>
            {t("addSelection", { count: hand.count })}
          </Button>
          {speakers.map(({ id, label }) => (
            <Button key={id} kind="bare" onClick={() => setChosen(withSpeaker(chosen, text, turns, id))}>
              {t("addSpeaker", { label })}
            </Button>
          ))}
        </Seek>
        <Places chosen={chosen} text={text} onChange={setChosen} />
        {chosen.words !== null && <p className="small q2">{t("unseen", { words: chosen.words })}</p>}
        <EraseDialog count={countTicked(chosen)} unseen={chosen.words} erase={erase} />
      </aside>
    </div>
  )
}
