"use client"

import { startTransition, useEffect, useState } from "react"
import { flushSync } from "react-dom"
import type * as Y from "yjs"
import { useDevice } from "../_device/DeviceOf"
import type { Connection, RoomState } from "./connect"
import type { Safety } from "./keepWriting"
import { useOutgoing } from "./Outgoing"
import { openRichText } from "./openRichText"
import { withNews } from "./withNews"

export interface RichTextRoom {
  /** Null until it is here: from the server, or from what this device keeps. */
  readonly doc: Y.Doc | null
  /** What those who write show each other of themselves; null until then. */
  readonly awareness: Connection["provider"]["awareness"] | null
  readonly state: RoomState
  readonly safety: Safety
}

const closed: RichTextRoom = { doc: null, awareness: null, state: "connecting", safety: "saved" }

/** Keeps a rich text open, and a copy of it on this device, while the component is shown. */
export function useRichText(room: string): RichTextRoom {
  const device = useDevice()
  const outgoing = useOutgoing()
  const [open, setOpen] = useState(closed)
  const [copy, setCopy] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new copy is a new connection
  useEffect(() => {
    if (!device || !outgoing) return
    const letGo = outgoing.holdRoom(room)
    const learn = (news: Partial<RichTextRoom>) => setOpen((before) => withNews(before, news))
    const text = openRichText(room, device, {
      state: (state) => learn({ state }),
      // Twice for each key: nobody who writes waits for that.
      safety: (safety) => startTransition(() => learn({ safety })),
      ready: () => learn({ doc: text.doc, awareness: text.provider.awareness }),
      alone: outgoing.hearAlone(),
      // Not a moment later: nothing is to be written in a document that is let go of.
      replaced: () => flushSync(() => setCopy((number) => number + 1)),
    })
    return () => {
      text.close()
      letGo()
      setOpen(closed)
    }
  }, [device, outgoing, room, copy])
  return open
}
