"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react"
import { flushSync } from "react-dom"
import type * as Y from "yjs"
import { beganAt, type FieldNotes, isRunning } from "../../../../../../core/fieldNotes"
import { useDevice } from "../../../../../_device/DeviceOf"
import { liveAt } from "../../../../../_device/names"
import { useFieldNotes } from "../../../../../_fieldNotes/useFieldNotes"
import { stayAwake } from "../../../../../_recorder/atWork"
import { KeptHere } from "../../../../../_recorder/KeptHere"
import { RichTextState } from "../../../../../_richtext/RichTextState"
import { isFinal } from "../../../../../_sync/connect"
import { type RichTextRoom, useRichText } from "../../../../../_sync/useRichText"
import { Segmented } from "../../../../../_ui/Choice"
import { IconButton } from "../../../../../_ui/IconButton"
import { Alert, Skeleton } from "../../../../../_ui/States"
import { After } from "./After"
import { Animator } from "./Animator"
import { ClockButton } from "./ClockButton"
import { Elapsed } from "./Elapsed"
import type { KeptLive, KeptOffset, LiveAbout } from "./keptLive"
import { LiveRecorder } from "./LiveRecorder"
import { createNoting, type Noting } from "./noting"
import { Observer } from "./Observer"
import { Prepare } from "./Prepare"
import { PrintedEvent, type Sheet } from "./PrintedEvent"
import { type EventClock, useEventClock } from "./useEventClock"
import { useFirstNames } from "./useFirstNames"
import { useKeepLive } from "./useKeepLive"
import { useStanding } from "./useStanding"

const views = ["prepare", "observe", "animate", "after"] as const
type View = (typeof views)[number]

interface Props {
  readonly about: LiveAbout
  /** From before a reload without a network. */
  readonly offset?: KeptOffset | null
}

/** Notes of a group or an interview while it goes on, by several people, with a line or without. */
export function Live({ about: given, offset = null }: Props) {
  const t = useTranslations("notes")
  const text = useRichText(`notes/${given.source}`)
  const { doc, state } = text
  const notes = useFieldNotes(doc)
  const about = useStanding(given, state, notes.alignment)
  const device = useDevice()
  const find = useCallback(
    async () => (await device?.find<KeptLive>("desks", liveAt(about.source)))?.offset ?? null,
    [device, about.source],
  )
  const clock = useEventClock(offset, find, state === "synced")
  useKeepLive(about, clock.offset, doc !== null)
  const noting = useMemo(() => doc && createNoting(doc, about.account.id, clock.now), [doc, about, clock.now])
  if (state === "refused") {
    return (
      <main id="main" className="main narrow" tabIndex={-1}>
        <Alert>{t("refused")}</Alert>
      </main>
    )
  }
  if (!doc || !noting || !clock.isSet) {
    return (
      <main id="main" className="main narrow" tabIndex={-1}>
        {state === "offline" && !doc ? <p className="q2 prose">{t("notHere")}</p> : <Skeleton lines={6} />}
      </main>
    )
  }
  const open = { about, text, notes, noting }
  return about.writes ? <Open {...open} clock={clock} doc={doc} /> : <Closed {...open} />
}

interface OpenProps {
  readonly about: LiveAbout
  readonly text: RichTextRoom
  readonly doc: Y.Doc
  readonly notes: FieldNotes
  readonly noting: Noting
  readonly clock: EventClock
}

function Open({ about, text, notes, noting, clock }: OpenProps) {
  const t = useTranslations("notes")
  const runs = isRunning(notes)
  /** What was recorded and does not go on is looked for to be written up. */
  const isOver = about.recording !== null && !runs
  const [view, show] = useView(isOver ? "after" : notes.people.length === 0 ? "prepare" : "observe")
  const [isDim, setDim] = useDim()
  const [sheet, setSheet] = useState<Sheet>("guide")
  const printSheet = (which: Sheet) => {
    flushSync(() => setSheet(which))
    print()
  }
  const [microphone, setMicrophone] = useState<HTMLElement | null>(null)
  const firstNames = useFirstNames(about.account.id, about.source, beganAt(notes) !== null && !runs)
  useEffect(() => (runs ? stayAwake() : undefined), [runs])
  const shown: Record<View, () => ReactNode> = {
    prepare: () => <Prepare {...{ about, notes, firstNames, printSheet }} doc={noting.doc} />,
    observe: () => <Observer notes={notes} noting={noting} names={firstNames.names} />,
    animate: () => <Animator notes={notes} noting={noting} names={firstNames.names} />,
    after: () => <After {...{ about, text, notes, noting }} />,
  }
  return (
    <main id="main" className="live" tabIndex={-1}>
      <header className="live-head">
        <h1 className="vh">{t("title")}</h1>
        <Elapsed notes={notes} now={clock.now} />
        <ClockButton {...{ notes, noting }} isRecorded={about.recording !== null} />
        <span className="live-state">
          <RichTextState state={text.state} safety={text.safety} />
        </span>
        <span ref={setMicrophone} className="live-mic" />
        <IconButton icon="moon" label={t("dim")} aria-pressed={isDim} onClick={() => setDim(!isDim)} />
        <span className="live-views">
          <Segmented
            label={t("view.label")}
            value={view}
            onChange={show}
            options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
          />
        </span>
      </header>
      {clock.offset === null && <Alert>{t("clock.own")}</Alert>}
      {clock.offset && clock.offset.errorMs > FAR_OFF_MS && <Alert>{t("clock.far")}</Alert>}
      {isFinal(text.state) && <Alert>{t("untaken")}</Alert>}
      {about.records && (
        <LiveRecorder {...{ about, notes, noting }} folded={view === "observe" ? microphone : null} />
      )}
      {!runs && (
        <KeptHere
          project={about.project}
          sources={about.others ?? []}
          makesSources={false}
          except={about.source}
        />
      )}
      {shown[view]()}
      {view !== "after" && (
        <PrintedEvent
          title={about.title}
          notes={notes}
          sheet={view === "observe" ? "observation" : view === "animate" ? "guide" : sheet}
        />
      )}
    </main>
  )
}

/** To be read, once the event is over and its notes are closed to who only observes. */
function Closed({ about, text, notes, noting }: Omit<OpenProps, "doc" | "clock">) {
  const t = useTranslations("notes")
  // Whoever comes back only now may still have some on this device (F27).
  useFirstNames(about.account.id, about.source, true)
  return (
    <main id="main" className="live" tabIndex={-1}>
      <header className="live-head">
        <h1 className="vh">{t("title")}</h1>
        <p className="q2 grow" role="status">
          {t(text.safety === "saved" ? "closing.isClosed" : "closing.waits")}
        </p>
        <RichTextState state={text.state} safety={text.safety} />
      </header>
      <After {...{ about, text, notes, noting }} />
    </main>
  )
}

const FAR_OFF_MS = 300

/** What is shown stands in the address, so that a reload shows it again. */
function useView(first: View): [View, (view: View) => void] {
  const [view, setView] = useState<View>(() => views.find((one) => `#${one}` === location.hash) ?? first)
  const show = (next: View) => {
    history.replaceState(history.state, "", `#${next}`)
    setView(next)
  }
  return [view, show]
}

/** No bright area anywhere on the page, as long as it is shown; what its reader chose comes back afterwards. */
function useDim(): [boolean, (isDim: boolean) => void] {
  const [isDim, setDim] = useState(false)
  useEffect(() => {
    if (!isDim) return
    const { dataset } = document.documentElement
    const before = dataset.theme
    dataset.theme = "dim"
    return () => {
      if (before === undefined) delete dataset.theme
      else dataset.theme = before
    }
  }, [isDim])
  return [isDim, setDim]
}
