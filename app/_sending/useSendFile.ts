"use client"

import { useEffect, useRef, useState } from "react"
import { lineFor } from "./line"
import { type Course, type SendingFile, sendFile } from "./sendFile"

export interface FileSender {
  /** Null while nothing is being sent. */
  readonly course: Course | null
  /** The id of the upload, once all of it is there; rejects as `sendFile` does. */
  readonly send: (file: File) => Promise<string>
  readonly pause: () => void
  readonly goOn: () => void
  /** Stops; what has come can be gone on with by choosing the file again. */
  readonly leave: () => void
  /** Stops, and has the server forget what has come. */
  readonly drop: () => void
}

/** Sends a big file into a project; leaves it to be gone on with when the page is left. */
export function useSendFile(project: string): FileSender {
  const running = useRef<SendingFile | null>(null)
  const dropped = useRef<Promise<void>>(Promise.resolve())
  const [course, setCourse] = useState<Course | null>(null)
  useEffect(() => () => running.current?.leave(), [])
  return {
    course,
    async send(file) {
      setCourse({ is: "sending", received: 0, of: file.size })
      running.current = sendFile(file, lineFor(project, file), setCourse)
      try {
        return await running.current.answer
      } finally {
        await dropped.current
        running.current = null
        setCourse(null)
      }
    },
    pause: () => running.current?.pause(),
    goOn: () => running.current?.goOn(),
    leave: () => running.current?.leave(),
    // What the server does not forget now it forgets in a day.
    drop() {
      dropped.current = running.current?.drop().catch(() => {}) ?? Promise.resolve()
    },
  }
}
