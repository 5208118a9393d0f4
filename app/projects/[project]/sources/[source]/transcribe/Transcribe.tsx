"use client"

import { useTranslations } from "next-intl"
import { useEffect, useMemo, useRef, useState } from "react"
import type * as Y from "yjs"
import type { Known } from "../../../../../_editor/carets"
import type { TranscriptEditor } from "../../../../../_editor/transcriptEditor"
import { signInPath } from "../../../../../_frame/ownPath"
import { PlayerStrip } from "../../../../../_sound/PlayerStrip"
import { useLoop } from "../../../../../_sound/useLoop"
import { usePlayer } from "../../../../../_sound/usePlayer"
import { useRewinding } from "../../../../../_sound/useRewinding"
import { useWaveform } from "../../../../../_sound/useWaveform"
import { ask } from "../../../../../_sync/api"
import { isFinal } from "../../../../../_sync/connect"
import { useSharedText } from "../../../../../_sync/useSharedText"
import { Skeleton } from "../../../../../_ui/States"
import { useStayWarning } from "../../../../../_ui/useStayWarning"
import { Closed } from "./Closed"
import { Editor } from "./Editor"
import { FindBar } from "./finding/FindBar"
import { useFindKeys } from "./finding/useFindKeys"
import { Head } from "./Head"
import { Here } from "./Here"
import { KeyHints } from "./KeyHints"
import { Pseudonyms } from "./Pseudonyms"
import { SoundChoices } from "./SoundChoices"
import { Speakers } from "./Speakers"
import { useCarets } from "./useCarets"
import { useFollowing } from "./useFollowing"
import { useSoundKeys } from "./useSoundKeys"
import { useSpeakers } from "./useSpeakers"
import { useTurnLoop } from "./useTurnLoop"

interface Props {
  readonly source: string
  /** The source's pages. */
  readonly place: string
  readonly recording: { readonly durationMs: number | null } | null
  readonly codes: boolean
  readonly me: string
  /** Whoever may be met here. */
  readonly people: readonly (Known & { readonly id: string })[]
}

/** A transcript that several write at once: its words, who speaks, the recording over it. */
export function Transcribe({ source, place, recording, codes, me, people }: Props) {
  const t = useTranslations("transcribe")
  const text = useSharedText(`source/${source}`)
  const { doc, awareness, state, saved } = text
  const others = useMemo(() => {
    const known = (member: string) => people.find(({ id }) => id === member) ?? null
    return awareness && { awareness, me, known }
  }, [awareness, me, people])
  const isOpen = useOpen(source, text.knocks)
  const { player, ...rewinding } = useRewinding(
    usePlayer(recording ? `/api/sources/${source}/recording` : null),
  )
  const loop = useLoop(player)
  const waveform = useWaveform(recording ? source : null)
  const [editor, setEditor] = useState<TranscriptEditor | null>(null)
  const loopTurn = useTurnLoop(editor, player, loop)
  useSoundKeys(recording ? player : null, { loop: loop.toggle, loopTurn })
  useCarets(editor, others, state === "synced")
  useStayWarning(!saved)

  if (!isOpen || isFinal(state)) {
    return (
      <Closed
        reason={isOpen ? state : "ready"}
        late={text.unsaved()}
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
        {others && <Here {...others} />}
      </Head>
      {doc ? (
        <Writing {...{ source, doc, saved, editor, setEditor }} player={recording ? player : null} />
      ) : (
        <main id="main" className="main narrow" tabIndex={-1}>
          <Skeleton lines={5} />
        </main>
      )}
    </>
  )
}

interface WritingProps {
  readonly source: string
  readonly saved: boolean
  readonly doc: Y.Doc
  readonly player: ReturnType<typeof usePlayer> | null
  readonly editor: TranscriptEditor | null
  readonly setEditor: (editor: TranscriptEditor | null) => void
}

function Writing({ source, doc, saved, player, editor, setEditor }: WritingProps) {
  const speakers = useSpeakers(doc)
  useFollowing(editor, player?.element ?? null)
  const listed = useRef(speakers)
  listed.current = speakers
  const [asked, setAsked] = useFindKeys()
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
        <Editor
          doc={doc}
          element={player?.element ?? null}
          speakerOf={(digit) => listed.current[digit - 1]?.id ?? null}
          setEditor={setEditor}
        />
      </main>
      <Speakers doc={doc} speakers={speakers} give={editor?.give ?? null}>
        <Pseudonyms {...{ source, doc, saved }} history={editor?.history ?? null} />
        <KeyHints sound={player !== null} />
      </Speakers>
    </div>
  )
}

/** Whether the transcript is open still: asked each time the line was taken up again. */
function useOpen(source: string, knocks: number): boolean {
  const [open, setOpen] = useState(true)
  useEffect(() => {
    if (knocks === 0) return
    let isLeft = false
    const learn = (answer: { source: { transcribing: boolean } }) => {
      if (!isLeft) setOpen(answer.source.transcribing)
    }
    ask<{ source: { transcribing: boolean } }>("GET", `/api/sources/${source}`).then(learn, () => {})
    return () => {
      isLeft = true
    }
  }, [source, knocks])
  return open
}
