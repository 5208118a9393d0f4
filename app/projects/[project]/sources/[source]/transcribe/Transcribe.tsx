"use client"

import { useTranslations } from "next-intl"
import { useMemo, useRef, useState } from "react"
import type { Transcript } from "../../../../../../core/model"
import type { KeptWordTimes } from "../../../../../../core/ydoc/wordTimes"
import type { ChosenBefore } from "../../../../../_editor/chosenBefore"
import type { TranscriptEditor } from "../../../../../_editor/transcriptEditor"
import { signInPath } from "../../../../../_frame/ownPath"
import { keymapOf } from "../../../../../_keys/acts"
import { PlayerStrip } from "../../../../../_sound/PlayerStrip"
import { useLoop } from "../../../../../_sound/useLoop"
import { usePlayer } from "../../../../../_sound/usePlayer"
import { useRewinding } from "../../../../../_sound/useRewinding"
import { useWaveform } from "../../../../../_sound/useWaveform"
import { isFinal } from "../../../../../_sync/connect"
import type { TextAbout } from "../../../../../_sync/keptText"
import { useSharedText } from "../../../../../_sync/useSharedText"
import { Skeleton } from "../../../../../_ui/States"
import { useWritingAids } from "./aids/useWritingAids"
import { BeforeWriting } from "./BeforeWriting"
import { Closed } from "./Closed"
import { Head } from "./Head"
import { Here } from "./Here"
import { LateWords } from "./LateWords"
import { RereadBanner } from "./rereading/RereadBanner"
import { RereadButton } from "./rereading/RereadButton"
import { useRereading } from "./rereading/useRereading"
import { SoundChoices } from "./SoundChoices"
import { soundActsOf } from "./soundActs"
import { useCarets } from "./useCarets"
import { useTurnLoop } from "./useTurnLoop"
import { Writing } from "./Writing"

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
  const chosen = useRef<ChosenBefore | null>(null)
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
            chosen,
          }}
          player={recording ? player : null}
        />
      ) : first && state !== "offline" ? (
        <BeforeWriting first={first} notes={about.notes === true} chosen={chosen} />
      ) : (
        <main id="main" className="main narrow" tabIndex={-1}>
          {state === "offline" ? <p className="q2 prose">{t("kept.notHere")}</p> : <Skeleton lines={5} />}
        </main>
      )}
    </>
  )
}
