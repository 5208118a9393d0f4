"use client"

import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react"
import type * as Y from "yjs"
import type { Transcript } from "../../../../../../core/model"
import type { KeptWordTimes } from "../../../../../../core/ydoc/wordTimes"
import type { ChosenBefore } from "../../../../../_editor/chosenBefore"
import { goTo } from "../../../../../_editor/searching"
import type { TranscriptEditor } from "../../../../../_editor/transcriptEditor"
import type { Keymap } from "../../../../../_keys/acts"
import { useKeys } from "../../../../../_keys/useKeys"
import { CommentsBeside } from "../../../../../_memberCheck/CommentsBeside"
import type { usePlayer } from "../../../../../_sound/usePlayer"
import type { TextAbout } from "../../../../../_sync/keptText"
import { Abbreviations } from "./aids/Abbreviations"
import type { OwnAids } from "./aids/useWritingAids"
import { Editor } from "./Editor"
import { FirstTurns } from "./FirstTurns"
import { FindBar } from "./finding/FindBar"
import { KeyHints } from "./KeyHints"
import { Machine } from "./machine/Machine"
import { NotesBeside } from "./noted/NotesBeside"
import { Pseudonyms } from "./Pseudonyms"
import type { Rereading } from "./rereading/useRereading"
import { Speakers } from "./Speakers"
import type { soundActsOf } from "./soundActs"
import { useFollowing } from "./useFollowing"
import { useSpeakers } from "./useSpeakers"

interface Props {
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
  readonly chosen: RefObject<ChosenBefore | null>
}

/** The words that are written, and what stands beside them, once the document is here. */
export function Writing(props: Props) {
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
    chosen,
  } = props
  const speakers = useSpeakers(doc)
  // With what takes the first turns away, so that no key comes between.
  useLayoutEffect(() => {
    if (!editor) return
    if (chosen.current) editor.take(chosen.current)
    chosen.current = null
  }, [editor, chosen])
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
      {first && !editor && <FirstTurns {...first} chosen={chosen} />}
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
        {hasNotes && <div ref={setSide} className="side-notes" />}
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
