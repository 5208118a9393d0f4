"use client"

import { useTranslations } from "next-intl"
import { useCallback, useMemo, useRef, useState } from "react"
import type * as Y from "yjs"
import type { Transcript } from "../../../../../../core/model"
import type { KeptWordTimes } from "../../../../../../core/ydoc/wordTimes"
import { goTo } from "../../../../../_editor/searching"
import type { TranscriptEditor } from "../../../../../_editor/transcriptEditor"
import { signInPath } from "../../../../../_frame/ownPath"
import { type Keymap, keymapOf } from "../../../../../_keys/acts"
import { useKeys } from "../../../../../_keys/useKeys"
import { CommentsBeside } from "../../../../../_memberCheck/CommentsBeside"
import { PlayerStrip } from "../../../../../_sound/PlayerStrip"
import { useLoop } from "../../../../../_sound/useLoop"
import { usePlayer } from "../../../../../_sound/usePlayer"
import { useRewinding } from "../../../../../_sound/useRewinding"
import { useWaveform } from "../../../../../_sound/useWaveform"
import { isFinal } from "../../../../../_sync/connect"
import type { TextAbout } from "../../../../../_sync/keptText"
import { useSharedText } from "../../../../../_sync/useSharedText"
import { Skeleton } from "../../../../../_ui/States"
import { Abbreviations } from "./aids/Abbreviations"
import { type OwnAids, useWritingAids } from "./aids/useWritingAids"
import { Closed } from "./Closed"
import { Editor } from "./Editor"
import { FirstTurns } from "./FirstTurns"
import { FindBar } from "./finding/FindBar"
import { Head } from "./Head"
import { Here } from "./Here"
import { KeyHints } from "./KeyHints"
import { LateWords } from "./LateWords"
import { Machine } from "./machine/Machine"
import { NotesBeside } from "./noted/NotesBeside"
import { Pseudonyms } from "./Pseudonyms"
import { RereadBanner } from "./rereading/RereadBanner"
import { RereadButton } from "./rereading/RereadButton"
import { type Rereading, useRereading } from "./rereading/useRereading"
import { SoundChoices } from "./SoundChoices"
import { Speakers } from "./Speakers"
import { soundActsOf } from "./soundActs"
import { useCarets } from "./useCarets"
import { useFollowing } from "./useFollowing"
import { useSpeakers } from "./useSpeakers"
import { useTurnLoop } from "./useTurnLoop"

interface Props {
  readonly about: TextAbout
  /** When words are said, where that was imported and there is a line to ask. */
  readonly wordTimes?: KeptWordTimes | null
  /** Participants were sent it to read. */
  readonly checked?: boolean
  /** Its first turns, where the server sent them along. */
  readonly first?: Transcript | null
}

/** A transcript that several write at once: its words, who speaks, the recording over it. */
export function Transcribe({ about, wordTimes = null, checked = false, first = null }: Props) {
  const t = useTranslations("transcribe")
  const { source, recording, codes, people } = about
  const me = about.account.id
  const place = `/projects/${about.project}/sources/${source}`
  const text = useSharedText(about)
  const { doc, awareness, state, saved, isOver } = text
  const others = useMemo(() => {
    const known = (member: string) => people.find(({ id }) => id === member) ?? null
    return awareness && { awareness, me, known }
  }, [awareness, me, people])
  const { player, ...rewinding } = useRewinding(
    usePlayer(recording ? `/api/sources/${source}/recording` : null),
  )
  const loop = useLoop(player)
  const waveform = useWaveform(recording ? source : null)
  const [editor, setEditor] = useState<TranscriptEditor | null>(null)
  const loopTurn = useTurnLoop(editor, player, loop)
  const sound = recording ? soundActsOf(player, { loop: loop.toggle, loopTurn }) : {}
  useCarets(editor, others, state === "synced")
  const rereading = useRereading(editor, others, recording ? player.element : null)
  const here = useMemo(
    () =>
      others && (
        <>
          <Here others={others} editor={editor} />
          <RereadButton others={others} rereading={rereading} />
        </>
      ),
    [others, editor, rereading],
  )
  const aids = useWritingAids(about.project, me)
  const keymap = useMemo(() => keymapOf(aids.keys), [aids.keys])

  if (isOver || isFinal(state)) {
    return (
      <Closed
        source={source}
        reason={isOver ? "ready" : state}
        unsaved={text.unsaved()}
        place={place}
        codes={codes}
        signIn={signInPath(`${place}/transcribe`)}
      />
    )
  }
  return (
    <>
      <section aria-label={t("sound")}>
        {recording ? (
          <PlayerStrip {...{ player, waveform }} durationMs={recording.durationMs} segments={[]}>
            <SoundChoices {...{ loop, loopTurn }} {...rewinding} />
          </PlayerStrip>
        ) : (
          <div className="player">
            <span className="small q grow">{t("noSound")}</span>
          </div>
        )}
      </section>
      <Head source={source} place={place} text={text} history={editor?.history ?? null}>
        {here}
      </Head>
      <RereadBanner
        rereading={rereading}
        nameOf={(member) => others?.known(member)?.name ?? ""}
        keymap={keymap}
      />
      <LateWords source={source} />
      {doc ? (
        <Writing
          {...{
            about,
            doc,
            saved,
            sound,
            wordTimes,
            editor,
            setEditor,
            aids,
            keymap,
            rereading,
            checked,
            first,
          }}
          player={recording ? player : null}
        />
      ) : first && state !== "offline" ? (
        <BeforeWriting first={first} notes={about.notes === true} />
      ) : (
        <main id="main" className="main narrow" tabIndex={-1}>
          {state === "offline" ? <p className="q2 prose">{t("kept.notHere")}</p> : <Skeleton lines={5} />}
        </main>
      )}
    </>
  )
}

interface WritingProps {
  readonly about: TextAbout
  readonly saved: boolean
  readonly wordTimes: KeptWordTimes | null
  readonly sound: ReturnType<typeof soundActsOf>
  readonly checked: boolean
  readonly doc: Y.Doc
  readonly player: ReturnType<typeof usePlayer> | null
  readonly aids: OwnAids
  readonly keymap: Keymap
  readonly rereading: Rereading
  readonly editor: TranscriptEditor | null
  readonly setEditor: (editor: TranscriptEditor | null) => void
  readonly first: Transcript | null
}

/** What can be read until there is something to write in: laid out as it will be then. */
function BeforeWriting({ first, notes }: { readonly first: Transcript; readonly notes: boolean }) {
  const t = useTranslations("transcribe.speakers")
  const words = <FirstTurns {...first} />
  return (
    <div className="desk right-only writing" aria-busy="true">
      <main id="main" className="page-scroll" tabIndex={-1}>
        {notes ? <div className="noted-words">{words}</div> : words}
      </main>
      <aside className="side right" aria-label={t("title")}>
        <header>
          <h2 className="grow">{t("title")}</h2>
        </header>
        <Skeleton lines={4} />
      </aside>
    </div>
  )
}

function Writing(props: WritingProps) {
  const {
    about,
    doc,
    saved,
    sound,
    wordTimes,
    player,
    editor,
    setEditor,
    aids,
    keymap,
    rereading,
    checked,
    first,
  } = props
  const speakers = useSpeakers(doc)
  useFollowing(editor, player?.element ?? null)
  const listed = useRef(speakers)
  listed.current = speakers
  const [asked, setAsked] = useState<Asked | null>(null)
  const look = (replaces: boolean) =>
    setAsked((before) => ({
      replaces: replaces || (before?.replaces ?? false),
      times: (before?.times ?? 0) + 1,
    }))
  const putNote = useRef<(() => void) | null>(null)
  const [side, setSide] = useState<HTMLElement | null>(null)
  const hasNotes = about.notes === true
  const heard = useRef(player)
  heard.current = player
  // The same for as long as the page is there: notes are not drawn again each time the recording goes on.
  const play = useCallback((ms: number) => {
    heard.current?.seek(ms)
    heard.current?.play()
  }, [])
  const words = (
    <Editor
      doc={doc}
      element={player?.element ?? null}
      wordTimes={wordTimes}
      speakerOf={(digit) => listed.current[digit - 1]?.id ?? null}
      abbreviations={aids.abbreviations}
      setEditor={setEditor}
    >
      {first && !editor && <FirstTurns {...first} />}
    </Editor>
  )
  useKeys(keymap, {
    ...sound,
    ...(hasNotes && { putNote: () => putNote.current?.() }),
    ...(player && editor && { stamp: editor.stamp, hear: editor.hear, hearWord: editor.hearWord }),
    ...(editor && {
      remark: editor.remark,
      inaudible: editor.inaudible,
      emphasis: editor.emphasis,
      moveUp: () => editor.move(-1),
      moveDown: () => editor.move(1),
    }),
    ...rereading.acts,
    find: () => look(false),
    replace: () => look(true),
  })
  return (
    <div className="desk right-only writing">
      <main id="main" className="page-scroll" tabIndex={-1}>
        {editor && asked && (
          <FindBar
            editor={editor}
            asked={asked.times}
            replaces={asked.replaces}
            onClose={() => setAsked(null)}
          />
        )}
        <Machine {...{ source: about.source, doc }} hasSound={player !== null} />
        {hasNotes ? (
          <div className="noted-words">
            {words}
            {editor && (
              <NotesBeside
                {...{ editor, keymap, side }}
                source={about.source}
                place={`/projects/${about.project}/sources/${about.source}`}
                play={player ? play : undefined}
                act={putNote}
              />
            )}
          </div>
        ) : (
          words
        )}
      </main>
      <Speakers doc={doc} speakers={speakers} give={editor?.give ?? null}>
        {hasNotes && <div ref={setSide} />}
        {editor && checked && (
          <CommentsBeside
            source={about.source}
            place={`/projects/${about.project}/sources/${about.source}`}
            show={({ from }) => goTo(editor, from)}
          />
        )}
        <Pseudonyms {...{ doc, saved }} source={about.source} history={editor?.history ?? null} />
        <Abbreviations aids={aids} />
        <KeyHints sound={player !== null} notes={hasNotes} aids={aids} />
      </Speakers>
    </div>
  )
}

/** What is open above the words, and how often it was asked for. */
interface Asked {
  readonly replaces: boolean
  readonly times: number
}
