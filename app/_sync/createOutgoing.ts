import type { Device } from "../_device/device"
import { ringBell } from "./bell"
import { createLate } from "./late"
import { createOutbox } from "./outbox"
import { readOnce } from "./readOnce"

type Answered = Parameters<typeof createOutbox>[0]["sent"]

export interface Outgoing {
  readonly outbox: ReturnType<typeof createOutbox>
  /** What was written in transcripts and came too late to enter them. */
  readonly late: ReturnType<typeof createLate>
  /** Hears the answers to commands; answers its remover. */
  readonly onAnswer: (hear: Answered) => () => void
  /** Says that a room is open here, and so sends for itself; answers its remover. */
  readonly holdRoom: (room: string) => () => void
  readonly isOpen: (room: string) => boolean
  /** For one opening of a layer to say, as long as it lives, whether it holds something that is nowhere but in it. */
  readonly hearAlone: () => (isAlone: boolean) => void
  /** Whether an opening of a layer does, shown or not. */
  readonly isAlone: () => boolean
  /** Calls when that may have changed; answers its remover. */
  readonly whenAlone: (changed: () => void) => () => void
}

/** What waits in one window to be sent from a device. */
export function createOutgoing(device: Device): Outgoing {
  const hearers = new Set<Answered>()
  const rooms = new Map<string, number>()
  const alone = new Set<object>()
  const listeners = new Set<() => void>()
  const count = (room: string, by: number) => rooms.set(room, (rooms.get(room) ?? 0) + by)
  const sent: Answered = (command, answer) => {
    for (const hear of hearers) hear(command, answer)
  }
  const ring = () => ringBell(device.member)
  return {
    outbox: createOutbox({ device, sent, ring }),
    late: createLate({ device, read: readOnce, ring }),
    onAnswer(hear) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    holdRoom(room) {
      count(room, 1)
      return () => count(room, -1)
    },
    isOpen: (room) => (rooms.get(room) ?? 0) > 0,
    hearAlone() {
      const opening = {}
      return (isAlone) => {
        if (isAlone === alone.has(opening)) return
        if (isAlone) alone.add(opening)
        else alone.delete(opening)
        for (const listener of listeners) listener()
      }
    },
    isAlone: () => alone.size > 0,
    whenAlone(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}

/** Whether something waits that would go with the window. */
export async function holdsAlone(device: Device, { outbox, late, isAlone }: Outgoing): Promise<boolean> {
  if (isAlone() || late.isAlone() || outbox.read().notKept !== null) return true
  return !device.lasts && (await device.all("updates")).length > 0
}
