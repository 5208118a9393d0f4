import type { Device, WaitingUpdate } from "../_device/device"
import { textAt } from "../_device/names"
import { isFinal, type RoomState } from "./connect"
import type { Outgoing } from "./createOutgoing"
import type { Safety } from "./keepWriting"
import { type OpenText, openText } from "./openText"

interface Needs extends Pick<Outgoing, "isOpen" | "hearAlone" | "late"> {
  readonly device: Device
}

/** Sends what was written in transcripts and left on the device by a window that is gone. */
export function sendTexts({ device, isOpen, hearAlone, late }: Needs) {
  const sending = new Map<string, OpenText>()

  const end = (room: string) => {
    void sending.get(room)?.close()
    sending.delete(room)
  }
  const open = (room: string, project: string) => {
    const source = room.slice("source/".length)
    const soon = () => queueMicrotask(() => end(room))
    // It would open without a network to be written in, and nothing of that would enter.
    const over = () => {
      void device.remove("desks", [textAt(source)]).catch(() => {})
      soon()
    }
    const hears = {
      safety: (safety: Safety) => safety === "saved" && soon(),
      state: (state: RoomState) => isFinal(state) && soon(),
      ready: () => {},
      alone: hearAlone(),
      whole: () => {},
      over,
      replaced: over,
    }
    const findCopy = async () => undefined
    sending.set(room, openText({ source, project, device, late, findCopy }, hears))
  }
  return {
    async send(): Promise<void> {
      if (!navigator.onLine) return
      const waiting = await device.all<WaitingUpdate>("updates").catch(() => [])
      for (const { value } of waiting) {
        const { room, text } = value
        if (value.late || !text || !room.startsWith("source/")) continue
        if (!isOpen(room) && !sending.has(room)) open(room, text.project)
      }
    },
    stop(): void {
      for (const room of [...sending.keys()]) end(room)
    },
  }
}
