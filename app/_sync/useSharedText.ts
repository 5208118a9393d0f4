"use client"

import { startTransition, useEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"
import * as Y from "yjs"
import { useDevice } from "../_device/DeviceOf"
import { textAt } from "../_device/names"
import type { RoomState } from "./connect"
import type { Safety } from "./keepWriting"
import type { KeptText, TextAbout } from "./keptText"
import { useOutgoing } from "./Outgoing"
import { type OpenText, openText } from "./openText"
import { withNews } from "./withNews"

export interface SharedText {
  /** Null until it is here: from the server, or from what this device keeps. */
  readonly doc: Y.Doc | null
  /** What those who write show each other of themselves; null until then. */
  readonly awareness: OpenText["awareness"] | null
  readonly state: RoomState
  readonly safety: Safety
  /** The server has acknowledged everything that was written here. */
  readonly saved: boolean
  /** Nothing more can be written: it was closed, or is not one's to write in any more. */
  readonly isOver: boolean
  /** What was written in this window and is not on the server, as words. */
  readonly unsaved: () => string
}

const closed: SharedText = {
  doc: null,
  awareness: null,
  state: "connecting",
  safety: "saved",
  saved: true,
  isOver: false,
  unsaved: () => "",
}
const PAUSE_MS = 1_500

/** Keeps a transcript open that several write, and a copy of it on this device, while the component is shown. */
export function useSharedText(about: TextAbout): SharedText {
  const { source, project } = about
  const device = useDevice()
  const outgoing = useOutgoing()
  const [open, setOpen] = useState(closed)
  const [copy, setCopy] = useState(0)
  const kept = useRef(about)
  kept.current = about
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new copy is a new connection
  useEffect(() => {
    if (!device || !outgoing) return
    const key = textAt(source)
    const letGo = outgoing.holdRoom(`source/${source}`)
    const learn = (news: Partial<SharedText>) => setOpen((before) => withNews(before, news))
    let timer: ReturnType<typeof setTimeout> | undefined
    let safety: Safety = "saved"
    const keepSoon = (epoch: number) => {
      if (!device.lasts) return
      timer ??= setTimeout(() => {
        timer = undefined
        // Writing that the server lacks is kept by itself; it will be said once more when it has it.
        if (safety !== "saved") return
        const record: KeptText = {
          ...kept.current,
          kind: "text",
          epoch,
          copy: Y.encodeStateAsUpdate(text.doc),
        }
        // Not kept: it opens with a network, as before.
        device.put("desks", key, record).catch(() => {})
      }, PAUSE_MS)
    }
    const text = openText(
      {
        source,
        project,
        device,
        late: outgoing.late,
        findCopy: () => device.find<KeptText>("desks", key),
      },
      {
        state: (state) => learn({ state }),
        safety: (now) => {
          safety = now
          // Twice for each key: nobody who writes waits for that.
          startTransition(() => learn({ safety, saved: safety === "saved" }))
        },
        ready: () => learn({ doc: text.doc, awareness: text.awareness }),
        alone: outgoing.hearAlone(),
        whole: keepSoon,
        over() {
          clearTimeout(timer)
          void device.remove("desks", [key]).catch(() => {})
          learn({ isOver: true })
        },
        // Not a moment later: nothing is to be written in a document that is let go of.
        replaced: () => flushSync(() => setCopy((number) => number + 1)),
      },
    )
    learn({ unsaved: text.unsaved })
    return () => {
      clearTimeout(timer)
      setOpen(closed)
      void text.close().then(letGo)
    }
  }, [device, outgoing, source, project, copy])
  return open
}
