"use client"

import { useTranslations } from "next-intl"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import type { CodeId, MemberId, PassageId, Span } from "../../../../../../core/model"
import { wordSpan, wordsOf } from "../../../../../../core/text"
import { useCodebook, useReview } from "../../../../../_sync/projections"
import { useLayer } from "../../../../../_sync/useLayer"
import { nonverbalOf } from "../../../../../_transcript/depths"
import { groupTurns } from "../../../../../_transcript/groupTurns"
import { Stripes } from "../../../../../_transcript/Stripes"
import { Transcript } from "../../../../../_transcript/Transcript"
import { edgesOf } from "../../../../../_transcript/textOnPage"
import { usePainting } from "../../../../../_transcript/usePainting"
import { useSelectedWords } from "../../../../../_transcript/useSelectedWords"
import { useTextOnPage } from "../../../../../_transcript/useTextOnPage"
import { usePassageRead, useVisible } from "../../../../../_transcript/useVisible"
import { classes } from "../../../../../_ui/classes"
import { useToast } from "../../../../../_ui/Toasts"
import { CodePopover } from "./CodePopover"
import { CodesPanel } from "./CodesPanel"
import type { ListedCode } from "./codeList"
import { DeskAlerts } from "./DeskAlerts"
import { DeskPlayer, type PlayerHandle } from "./DeskPlayer"
import { DeskSync } from "./DeskSync"
import { Dock } from "./Dock"
import type { DeskPassage, DeskSource } from "./deskSource"
import { EditCodeDialog } from "./EditCodeDialog"
import { FreezeDialog } from "./FreezeDialog"
import { markAt } from "./marks"
import { inVivoName } from "./matchCodes"
import { outcomeOf } from "./outcome"
import { PassageFoot } from "./PassageFoot"
import { PassageHead } from "./PassageHead"
import { BothProgress } from "./Progress"
import { ResizeHandles } from "./ResizeHandles"
import { dragEdge, type Edge, stepEdge } from "./resizing"
import { ShortcutsDialog } from "./ShortcutsDialog"
import { SidePanel } from "./SidePanel"
import { useActs } from "./useActs"
import { useCodes } from "./useCodes"
import { useCounts } from "./useCounts"
import { useHandIns } from "./useHandIns"
import { useJump } from "./useJump"
import { useKeys } from "./useKeys"
import { useMarks } from "./useMarks"
import { useMemos } from "./useMemos"
import { useNews } from "./useNews"
import { useSingleKeys } from "./useSingleKeys"
import { useSource } from "./useSource"
import { type ShownTranscript, useTranscript } from "./useTranscript"

interface Props {
  readonly me: MemberId
  readonly owner: boolean
  readonly initial: DeskSource
  readonly transcript: ShownTranscript
  /** An offset to go to, from a link. */
  readonly at: number | null
}

type Opened = "code" | "recode" | "shortcuts" | null
const nowhere: readonly Span[] = []

export function Desk({ me, owner, initial, transcript, at }: Props) {
  const t = useTranslations("desk")
  const say = useToast()
  const { seen, reload, learn } = useSource(initial)
  const { source, passages, coders } = seen
  const side = coders.find((coder) => coder.id === me)?.side ?? "a"
  const other = coders.find((coder) => coder.id !== me)?.name ?? null

  // ---- what is shown
  const { turns, speakers, text, doc } = useTranscript(source.id, transcript)
  const review = useReview(source.id)
  const { view } = review
  const codebook = useCodebook(source.project)
  const layer = useLayer(source.id, me, doc, text)
  const codes = useCodes(codebook.view, layer.layer.suggestedCodes, view.suggested, t("codes.unnamed"))
  const { nameOf } = codes

  const isRevealed = useCallback((id: PassageId) => view.passages[id] !== undefined, [view.passages])
  const handIns = useHandIns(me, seen, isRevealed, {
    answered(passage, own) {
      learn(passage, own)
      void reload()
    },
    lost: (count) => say(t("lost", { count })),
  })
  const { states } = handIns
  const stateOf = useCallback((id: PassageId) => states.get(id)?.state ?? "open", [states])
  const { marks, stripes, painted, notes } = useMarks({
    codings: layer.codings,
    view,
    passages,
    stateOf,
    me,
    side,
    coders,
    text,
    turns,
    nameOf,
  })
  useNewsReload(JSON.stringify([view.progress, Object.keys(view.passages).length]), reload)

  // ---- where it is shown
  const page = useRef<HTMLElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const player = useRef<PlayerHandle>(null)
  const filter = useRef<HTMLInputElement>(null)
  const memoField = useRef<HTMLTextAreaElement>(null)
  const groups = useMemo(() => groupTurns(turns, passages), [turns, passages])
  const onPage = useTextOnPage(root, turns)
  const visible = useVisible(page, passages)
  const readId = usePassageRead(page, passages)
  const read = passages.find((passage) => passage.id === readId) ?? passages[0] ?? null
  const found = useJump(onPage, page, at)

  // ---- what the hand has
  const words = useMemo(() => wordsOf(text), [text])
  const [opened, setOpened] = useState<Opened>(null)
  const [chosenKey, setChosenKey] = useState<string | null>(null)
  const [draft, setDraft] = useState<Span | null>(null)
  const [naming, setNaming] = useState(false)
  const [editing, setEditing] = useState<ListedCode | null>(null)
  const [shownCode, setShownCode] = useState<CodeId | null>(null)
  const [last, setLast] = useState<CodeId | null>(null)
  const [freezing, setFreezing] = useState<DeskPassage | null>(null)
  const [panel, setPanel] = useState<"left" | "right" | null>(null)
  const [single, setSingle] = useSingleKeys()
  const chosen = marks.find((mark) => mark.key === chosenKey) ?? null

  const selected = useSelectedWords(onPage, words, page, {
    pressed: (offset) => setChosenKey(markAt(marks, offset, chosenKey)?.key ?? null),
    selected(by) {
      setChosenKey(null)
      if (by === "mouse") setOpened("code")
    },
  })
  const { span } = selected
  const choose = useCallback(
    (key: string | null) => {
      selected.select(null)
      setOpened(null)
      setChosenKey(key)
    },
    [selected.select],
  )

  const memos = useMemos(layer, doc, text, read)
  const acts = useActs({
    seen,
    layer,
    doc,
    text,
    passages,
    stateOf,
    isShared: codes.known,
    used: setLast,
  })
  const countOf = useCounts(layer.layer.codings, codes.canonical, codebook.view.codes)
  const lastCode = useMemo(() => {
    const recent = last ?? lastUsed(layer.layer.codings)
    return codes.list.applicable.find((code) => code.id === recent) ?? null
  }, [last, layer.layer.codings, codes.list])

  // ---- acts
  const isChangeable = chosen?.what === "own" && passagesOpen(chosen, passages, stateOf)
  const apply = (code: CodeId) => {
    if (opened === "recode" && chosen) {
      if (isChangeable) layer.recode(chosen.coding, code)
      return setLast(code)
    }
    if (span && acts.code(span, code)) selected.select(null)
  }
  const create = (name: string) => {
    if (acts.create(name, span) && span) selected.select(null)
  }
  const remove = () => {
    if (!chosen) return
    if (chosen.what === "later" && chosen.mine) void acts.removeReading(chosen.coding)
    else if (chosen.what === "late" || isChangeable) {
      layer.remove(chosen.coding)
      say({
        text: t("removed", { name: nameOf(chosen.code) }),
        action: { label: t("undo"), run: layer.undo },
      })
    } else return say(t(chosen.what === "own" ? "handedIn.takeBackFirst" : "revealedStays"))
    choose(null)
  }
  const resize = (next: Span) => chosen && isChangeable && layer.resize(chosen.coding, next)
  const step = (edge: Edge, by: 1 | -1) => chosen && resize(stepEdge(words, chosen, edge, by))
  const writeMemo = () => {
    setPanel("right")
    if (!(chosen && chosen.what === "own")) memos.begin(span)
    setTimeout(() => memoField.current?.focus(), 50)
  }
  const press = (code: ListedCode) => {
    setShownCode(code.id)
    if (span) apply(code.id)
    else if (isChangeable && opened === "recode") apply(code.id)
  }
  const finish = (passage: DeskPassage) => {
    handIns.complete(passage, layer.codings, layer.layer)
    say({
      text: t("passage.finished", { number: passage.index + 1 }),
      action: { label: t("passage.takeBack"), run: () => handIns.takeBack(passage.id) },
    })
  }
  const complete = (passage: DeskPassage) => {
    if (!layer.ready || stateOf(passage.id) !== "open") return
    const isFirst = Object.values(seen.mine ?? {}).every(({ revision }) => revision === 0)
    if (isFirst && [...states.values()].every((state) => !state.waiting)) setFreezing(passage)
    else finish(passage)
  }
  const neighbour = (by: 1 | -1) => {
    const mine = marks.filter((mark) => mark.mine)
    const here = mine.findIndex((mark) => mark.key === chosenKey)
    const start =
      here < 0 ? mine.findIndex((mark) => mark.from >= (read?.from ?? 0)) - (by === 1 ? 1 : 0) : here
    const next = mine[start + by] ?? mine[by === 1 ? 0 : mine.length - 1]
    if (!next) return
    choose(next.key)
    if (onPage) scrollTo(page.current, edgesOf(onPage, next)?.first)
  }
  const playHere = () => {
    const from = span?.from ?? chosen?.from
    const turn =
      from === undefined ? null : turns.findLast((each) => each.from <= from && each.startMs !== null)
    if (turn?.startMs != null) player.current?.playFrom(turn.startMs)
  }
  const vivo = span ? inVivoName(text.slice(span.from, span.to)) : ""

  useKeys(
    {
      c: () => (span ? setOpened("code") : isChangeable ? setOpened("recode") : undefined),
      enter: span ? () => setOpened("code") : undefined,
      v: span && vivo ? () => create(vivo) : undefined,
      n: () => (span ? setOpened("code") : setNaming(true)),
      r: span && lastCode ? () => apply(lastCode.id) : undefined,
      m: writeMemo,
      u: chosen ? remove : undefined,
      delete: chosen ? remove : undefined,
      backspace: chosen ? remove : undefined,
      "/": () => filter.current?.focus(),
      "?": () => setOpened("shortcuts"),
      j: () => neighbour(1),
      k: () => neighbour(-1),
      p: playHere,
      ...Object.fromEntries(
        codes.list.applicable.slice(0, 9).map((code) => [String(code.digit), () => press(code)]),
      ),
      "mod+z": layer.undo,
      "mod+shift+z": layer.redo,
      "mod+y": layer.redo,
      "shift+enter": () => read && complete(read),
      space: () => player.current?.toggle(),
      "ctrl+space": () => player.current?.toggle(),
      "alt+arrowright": () => (isChangeable ? step("end", 1) : player.current?.skip(1)),
      "alt+arrowleft": () => (isChangeable ? step("end", -1) : player.current?.skip(-1)),
      "alt+shift+arrowright": () => step("start", 1),
      "alt+shift+arrowleft": () => step("start", -1),
      escape: () => (span ? selected.select(null) : chosen ? choose(null) : setPanel(null)),
    },
    single,
  )

  // ---- paint
  const chosenSpans = useMemo(() => {
    const here = span ?? draft ?? chosen
    return here ? [{ from: here.from, to: here.to }] : nowhere
  }, [span, draft, chosen])
  const nonverbal = useMemo(() => nonverbalOf(text), [text])
  usePainting(onPage, visible, "nonverbal", nonverbal)
  usePainting(onPage, visible, "mine-1", painted.depths[0])
  usePainting(onPage, visible, "mine-2", painted.depths[1])
  usePainting(onPage, visible, "mine-3", painted.depths[2])
  usePainting(onPage, visible, "line-a", painted.a)
  usePainting(onPage, visible, "line-b", painted.b)
  usePainting(onPage, visible, "chosen", chosenSpans)
  usePainting(onPage, visible, "found", found)
  const news = useNews(review.ready, view, passages, review.meta)
  const popoverSpan = opened === "recode" ? chosen : span
  const popoverAt = useMemo(
    () => ({
      getBoundingClientRect: () =>
        (onPage && popoverSpan && edgesOf(onPage, popoverSpan)?.last) || new DOMRect(0, 0, 0, 0),
    }),
    [onPage, popoverSpan],
  )

  const play = useCallback((ms: number) => player.current?.playFrom(ms), [])
  const canPlay = seen.recording ? play : undefined
  const isBlind = other !== null && source.blindness !== "open"
  const reviewHref = (flag: { readonly id: string }) =>
    `/projects/${source.project}/sources/${source.id}/review?flag=${encodeURIComponent(flag.id)}`

  return (
    <>
      <DeskSync layer={layer} waiting={[...states.values()].filter((state) => state.waiting).length} />
      <div className={side === "b" ? "reader-b-strip" : undefined}>
        <DeskPlayer seen={seen} turns={turns} states={states} handle={player}>
          <BothProgress seen={seen} />
        </DeskPlayer>
      </div>
      <DeskAlerts layer={layer} seen={seen} owner={owner} />
      <div className="desk" data-panel={panel ?? undefined}>
        <CodesPanel
          list={codes.list}
          countOf={countOf}
          chosen={chosen?.code ?? shownCode}
          filter={filter}
          naming={naming}
          setNaming={setNaming}
          press={press}
          create={create}
          edit={setEditing}
        />
        <main id="main" tabIndex={-1} ref={page} className={classes("page", side === "b" && "reader-b")}>
          <h1 className="vh">{t("heading", { title: source.title })}</h1>
          <div className="sheet" ref={sheet}>
            <Transcript
              ref={root}
              groups={groups}
              speakers={speakers}
              play={canPlay}
              notes={notes}
              role="group"
              aria-label={t("transcript.label")}
              aria-description={t("transcript.keys")}
              tabIndex={0}
              onKeyDown={selected.onKeyDown}
              around={(passage) => {
                const state = states.get(passage.id)!
                return {
                  label: t("passage.number", { number: passage.index + 1 }),
                  veil: isBlind && state.state !== "revealed" ? t("veil", { name: other }) : null,
                  head: (
                    <PassageHead
                      passage={passage}
                      state={state}
                      coders={coders}
                      other={other}
                      play={canPlay}
                      outcome={outcomeOf(view, passage.id)}
                    />
                  ),
                  foot: state.state !== "revealed" && (
                    <PassageFoot
                      passage={passage}
                      state={state}
                      read={passage.id === read?.id}
                      ready={layer.ready}
                      refused={handIns.refused.filter((command) => command.body.passage === passage.id)}
                      complete={complete}
                      takeBack={(each) => handIns.takeBack(each.id)}
                      forget={handIns.forgetRefused}
                    />
                  ),
                }
              }}
            />
            <Stripes
              sheet={sheet}
              text={onPage}
              stripes={stripes}
              visible={visible}
              chosen={chosenKey}
              choose={choose}
            />
            {chosen && isChangeable && (
              <ResizeHandles
                sheet={sheet}
                text={onPage}
                span={draft ?? chosen}
                preview={(edge, offset) => setDraft(dragEdge(words, draft ?? chosen, edge, offset))}
                drop={() => {
                  if (draft) resize(draft)
                  setDraft(null)
                }}
                step={step}
              />
            )}
          </div>
          <p className="vh" role="status">
            {news ?? (selected.by === "keys" && span ? text.slice(span.from, span.to) : "")}
          </p>
        </main>
        <SidePanel
          passage={read}
          seen={seen}
          review={review}
          me={me}
          marks={marks}
          chosen={chosen}
          choose={choose}
          layer={layer}
          memos={memos}
          memoField={memoField}
          text={text}
          turns={turns}
          nameOf={nameOf}
          code={codes.list.applicable.find((code) => code.id === (chosen?.code ?? shownCode)) ?? null}
          changeable={isChangeable}
          recode={() => setOpened("recode")}
          remove={remove}
          acts={acts}
          writeMemo={writeMemo}
          reviewHref={reviewHref}
          openShortcuts={() => setOpened("shortcuts")}
        />
      </div>
      <Dock
        words={selected.count}
        chosen={chosen ? nameOf(chosen.code) : null}
        passage={read}
        codes={codes.list.applicable}
        last={lastCode}
        apply={apply}
        more={() => setOpened(chosen && !span ? "recode" : "code")}
        remove={isChangeable || chosen?.what === "late" ? remove : null}
        cancel={() => (span ? selected.select(null) : choose(null))}
        panel={panel}
        setPanel={setPanel}
      />
      {(opened === "code" || opened === "recode") && popoverSpan && (
        <CodePopover
          key={`${popoverSpan.from}-${popoverSpan.to}`}
          at={popoverAt}
          words={opened === "code" ? selected.count : countWords(words, popoverSpan)}
          codes={codes.list.applicable}
          last={lastCode}
          inVivo={opened === "code" && vivo ? vivo : null}
          hint={opened === "recode" ? t("popover.recode", { name: nameOf(chosen!.code) }) : null}
          close={() => setOpened(null)}
          apply={apply}
          create={opened === "code" ? create : null}
          memo={opened === "code" ? writeMemo : null}
        />
      )}
      {opened === "shortcuts" && (
        <ShortcutsDialog single={single} setSingle={setSingle} close={() => setOpened(null)} />
      )}
      {editing && (
        <EditCodeDialog
          code={editing}
          count={countOf(editing.id)}
          save={(name, definition) => layer.rename(editing.id, name, definition)}
          drop={() => layer.dropSuggestion(editing.id)}
          close={() => setEditing(null)}
        />
      )}
      {freezing && (
        <FreezeDialog
          number={freezing.index + 1}
          blindness={source.blindness}
          other={other}
          confirm={() => finish(freezing)}
          close={() => setFreezing(null)}
        />
      )}
    </>
  )
}

/** Asks the server again when the review says that something moved; not for what it says first. */
function useNewsReload(news: string, reload: () => Promise<void>): void {
  const before = useRef(news)
  useEffect(() => {
    if (before.current === news) return
    before.current = news
    void reload()
  }, [news, reload])
}

function passagesOpen(
  span: Span,
  passages: readonly DeskPassage[],
  stateOf: (passage: PassageId) => string,
): boolean {
  return passages
    .filter((passage) => passage.from < span.to && passage.to > span.from)
    .every(({ id }) => stateOf(id) === "open")
}

function lastUsed(codings: readonly { readonly code: CodeId; readonly createdAt: string }[]): CodeId | null {
  let recent = codings[0]
  for (const coding of codings) if (recent && coding.createdAt > recent.createdAt) recent = coding
  return recent?.code ?? null
}

function countWords(words: readonly Span[], span: Span): number {
  const covered = wordSpan(words, span)
  return covered ? covered.to - covered.from : 0
}

function scrollTo(page: HTMLElement | null, box: DOMRect | undefined): void {
  if (!page || !box) return
  const window = page.getBoundingClientRect()
  if (box.top < window.top + 40 || box.bottom > window.bottom - 60)
    page.scrollBy({ top: box.top - window.top - window.height / 3 })
}
