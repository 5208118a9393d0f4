import * as Y from "yjs"
import type { Device, Kept, WaitingUpdate } from "../_device/device"
import { waitingIn } from "./carryOver"
import { lacking, wordsWritten } from "./lateWords"

/** What was written in a transcript and came too late to enter it. */
export interface Late {
  readonly room: string
  readonly project: string
  /** Empty where nothing but turns, times or deletions came too late. */
  readonly words: string
}

interface Needs {
  readonly device: Device
  /** What the server holds of a transcript now. */
  readonly read: (room: string) => Promise<Y.Doc>
  /** Tells the other tabs to look again. */
  readonly ring?: () => void
}

type Held = Pick<WaitingUpdate, "room" | "update" | "text">

/** Shown by a window whose device did not take it; `isAlone` where some of it is nowhere else. */
type Shown = Held & { readonly isAlone: boolean }

/**
 * What its writer is shown until they put it away: it outlives the page and the window, and is never sent. What the
 * server has after all is not among it.
 */
export function createLate({ device, read, ring = () => {} }: Needs) {
  const listeners = new Set<() => void>()
  let kept: readonly Kept<WaitingUpdate>[] = []
  let alone: readonly Shown[] = []
  let shown: readonly Late[] = []

  function tell(): void {
    const all: readonly Held[] = [...kept.map(({ value }) => value), ...alone]
    shown = [...new Set(all.map(({ room }) => room))].map((room) => {
      const own = all.filter((each) => each.room === room)
      const words = wordsWritten(own.map(({ update }) => update))
      return { room, project: own[0]!.text?.project ?? "", words }
    })
    for (const listener of listeners) listener()
  }
  function showAlone(shown: Shown): void {
    alone = [...alone.filter(({ room }) => room !== shown.room), shown]
    tell()
  }
  async function readAgain(): Promise<void> {
    kept = (await device.all<WaitingUpdate>("updates").catch(() => [])).filter(({ value }) => value.late)
    tell()
  }

  /**
   * Sets aside what waits in a room, as far as it was written in an epoch that is meant; `unkept` besides, which the
   * device did not take.
   */
  async function take(
    { room, project }: { readonly room: string; readonly project: string },
    isMeant: (epoch: number) => boolean,
    unkept: readonly Uint8Array[] = [],
  ): Promise<void> {
    const waiting = await waitingIn(room, device)
    const rows = waiting.filter(({ value }) => isMeant(value.text?.epoch ?? 0))
    if (rows.length + unkept.length === 0) return
    const server = await read(room).catch(() => null)
    const update = Y.mergeUpdates([...rows.map(({ value }) => value.update), ...unkept])
    const left = server ? lacking(server, update) : update
    server?.destroy()
    if (left) {
      const text = rows[0]?.value.text ?? { project, epoch: 0 }
      const late: WaitingUpdate = { room, update: left, touched: [], text, late: true }
      const isKept = await device.add("updates", late).then(
        () => true,
        () => false,
      )
      // What the device holds of it already stays there as it is.
      if (!isKept) return showAlone({ ...late, isAlone: unkept.length > 0 })
    }
    // Only now: a crash in between leaves it twice, which reads as once.
    await device.remove(
      "updates",
      rows.map(({ key }) => key),
    )
    await readAgain()
    ring()
  }

  return {
    take,
    readAgain,
    read: (): readonly Late[] => shown,
    /** Whether some of it would go with the window. */
    isAlone: () => alone.some((each) => each.isAlone),
    /** Its writer has seen it, and needs it no more. */
    async dismiss(room: string): Promise<void> {
      const gone = kept.filter(({ value }) => value.room === room)
      alone = alone.filter((each) => each.room !== room)
      await device.remove(
        "updates",
        gone.map(({ key }) => key),
      )
      await readAgain()
      ring()
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
