import * as Y from "yjs"
import type { Device, Key } from "../_device/device"
import { watchSaved } from "./acknowledgement"
import { waitingIn } from "./carryOver"
import { type Connection, connect, type Refused, type RoomState } from "./connect"
import type { Outgoing } from "./createOutgoing"
import { keepWriting, type Safety, type Writing } from "./keepWriting"
import { wordsWritten } from "./lateWords"
import { mayWrite, type Standing } from "./mayWrite"
import { forgetRefused } from "./refusedRoom"

/** A transcript as this device keeps it: what the server last had, and how often words had been erased by then. */
export interface TextCopy {
  readonly epoch: number
  readonly copy: Uint8Array
}

interface Needs {
  readonly source: string
  readonly project: string
  readonly device: Device
  readonly late: Outgoing["late"]
  /** What this device keeps of it; undefined where that is nothing. */
  readonly findCopy: () => Promise<TextCopy | undefined>
}

interface Hears {
  readonly state: (state: RoomState) => void
  readonly safety: (safety: Safety) => void
  /** It can be read and written in: as the server has it, or as this device keeps it. */
  readonly ready: () => void
  /** Whether it holds something that is nowhere but in it; told also after it was closed. */
  readonly alone: (isAlone: boolean) => void
  /** The server has all that is in it: a copy may be made. */
  readonly whole: (epoch: number) => void
  /** It is closed, or not one's to write in any more: what had not entered is set aside. */
  readonly over: () => void
  /** Words were erased in it: it begins anew, and what had not entered is set aside. */
  readonly replaced: () => void
}

export interface OpenText {
  readonly doc: Y.Doc
  /** What those who write show each other of themselves. */
  readonly awareness: Connection["provider"]["awareness"]
  /** What was written in this window and the server has not acknowledged, as words. */
  readonly unsaved: () => string
  /** Settles once nothing of it is open any more: then what waits on the device may be sent for it. */
  readonly close: () => Promise<void>
}

const FIRST_PAUSE_MS = 300
const LONGEST_PAUSE_MS = 5_000
/** So long a page that is left waits for what it has just sent. */
const PATIENCE_MS = 5_000

/**
 * Opens a transcript that several write: from the server, without one from what this device keeps of it. What is
 * written is kept here until the server has acknowledged it. Each time before it is sent, the server is asked whether
 * the transcript is still the one it was written in: what comes after that was closed, or after words were erased, is
 * set aside for its writer (`late`) and never sent.
 */
export function openText({ source, project, device, late, findCopy }: Needs, on: Hears): OpenText {
  const room = `source/${source}`
  const connection = connect(
    room,
    { state: stateChanged, replaced: () => void stale(), refused },
    { waits: true },
  )
  const { doc, provider } = connection
  const loaded = new Set<Key>()
  let writing: Writing | null = null
  let beginning: Promise<void> | null = null
  let epoch: number | null = null
  /** What was written in this window and is not acknowledged. */
  let written: Uint8Array[] = []
  let stopWatching = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = FIRST_PAUSE_MS
  let isAsking = false
  let isLeft = false
  let isOver = false
  let shutDown = () => {}
  const shutWhen = new Promise<void>((resolve) => {
    shutDown = resolve
  })

  function stateChanged(state: RoomState): void {
    if (state === "full" || state === "not-taken") isOver = true
    if (!isLeft) on.state(state)
    if (state === "full" || state === "not-taken") void setAside()
  }
  function tell(): void {
    if (!writing) return
    const safety = writing.safety()
    if (!isLeft) on.safety(safety)
    on.alone(safety !== "saved" && safety !== "kept")
  }

  async function knock(): Promise<void> {
    clearTimeout(timer)
    if (isOver || isAsking || provider.wsconnected || provider.ws) return
    isAsking = true
    const answer = await mayWrite(source, device.member)
    isAsking = false
    if (isOver) return
    if (answer === null) return withoutLine()
    if (typeof answer === "string") return void refused(answer)
    if (await isTheSame(answer)) provider.connect()
  }
  function knockSoon(): void {
    // The provider would knock by itself, and send before anybody is asked.
    provider.shouldConnect = false
    if (isOver) return
    clearTimeout(timer)
    timer = setTimeout(() => void knock(), pause)
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
  }
  const onLine = () => void knock()

  /** Whether what is here may be written there; what may not is set aside. */
  async function isTheSame(now: Standing): Promise<boolean> {
    if (!now.writes) return end(on.over)
    // What a device does not let go of waits there, and is not sent: it was written in another epoch.
    await late.take({ room, project }, (written) => written !== now.epoch).catch(() => {})
    if (epoch !== null && epoch !== now.epoch) return stale()
    await begin(now.epoch)
    await takeIn()
    return !isOver
  }
  async function withoutLine(): Promise<void> {
    if (!isLeft) on.state("offline")
    knockSoon()
    if (epoch !== null) return
    const copy = await findCopy().catch(() => undefined)
    if (!copy || isOver || epoch !== null) return
    Y.applyUpdate(doc, copy.copy, device)
    await begin(copy.epoch)
    await takeIn()
    if (!isOver && !isLeft) on.ready()
  }
  /** From here on what is written is kept. */
  function begin(now: number): Promise<void> {
    epoch ??= now
    beginning ??= startKeeping(epoch)
    return beginning
  }
  async function startKeeping(now: number): Promise<void> {
    const keys = await loadWaiting()
    const isOwn = (origin: unknown) => origin !== provider && origin !== device
    writing = keepWriting({ doc, room, device, isOwn, text: { project, epoch: now } }, keys, tell)
    stopWatching = watchSaved(connection, (saved) => {
      if (saved) {
        writing?.acknowledged()
        written = []
      }
      tell()
      if (saved && !isLeft && !isOver) on.whole(now)
      if (saved && isLeft) shut()
    })
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (isOwn(origin)) written.push(update)
    })
    tell()
  }
  /** What other windows of the member's have left here since is sent with the rest. */
  async function takeIn(): Promise<void> {
    writing?.adopt(await loadWaiting())
  }
  async function loadWaiting(): Promise<readonly Key[]> {
    const waiting = (await waitingIn(room, device).catch(() => [])).filter(
      ({ key, value }) => !loaded.has(key) && (value.text?.epoch ?? 0) === epoch,
    )
    for (const { key, value } of waiting) {
      loaded.add(key)
      Y.applyUpdate(doc, value.update, device)
    }
    return waiting.map(({ key }) => key)
  }

  function stale(): Promise<false> {
    const old = epoch
    return end(on.replaced, (written) => written === old)
  }
  /** Nothing more goes from here to the server. */
  async function end(said: () => void, isMeant = (_: number) => true): Promise<false> {
    if (isOver) return false
    isOver = true
    if (!isLeft) said()
    await setAside(isMeant)
    return false
  }
  async function setAside(isMeant = (_: number) => true): Promise<void> {
    provider.shouldConnect = false
    await writing?.stop()
    await late.take({ room, project }, isMeant, writing?.unkept() ?? []).catch(() => {})
    shut()
  }
  async function refused(because: Refused): Promise<void> {
    if (isOver) return
    isOver = true
    if (!isLeft) on.state("refused")
    await writing?.stop()
    // Where the session has ended, what is kept waits for its writer; what the device did not take stays in this window.
    const said = await forgetRefused(device, { room, because })
    if (said === "signed-out" && writing?.unkept().length) return
    shut()
  }
  function shut(): void {
    isOver = true
    clearTimeout(timer)
    window.removeEventListener("online", onLine)
    stopWatching()
    connection.close()
    on.alone(false)
    shutDown()
  }

  provider.on("connection-close", () => knockSoon())
  provider.on("sync", async (synced: boolean) => {
    if (!synced) return
    pause = FIRST_PAUSE_MS
    if (!isLeft && !isOver) on.ready()
    // Who was let in to read only is not told so by the socket.
    const answer = await mayWrite(source, device.member)
    if (answer === null || typeof answer === "string" || isOver) return
    if (!answer.writes) await end(on.over)
    else if (answer.epoch !== epoch) await stale()
  })
  window.addEventListener("online", onLine)
  void knock()

  return {
    doc,
    awareness: provider.awareness,
    unsaved: () => wordsWritten(written),
    async close() {
      isLeft = true
      const safety = writing?.safety() ?? "saved"
      // What was refused and is in this window alone stays in it.
      if (isOver) return writing?.unkept().length ? undefined : shut()
      const stopped = writing?.stop()
      if (safety === "saved") return shut()
      const isOnDevice = stopped?.then(() => (writing?.unkept().length ?? 0) === 0)
      if (await isOnDevice) setTimeout(shut, provider.wsconnected ? PATIENCE_MS : 0)
      await shutWhen
    },
  }
}
