"use client"

import { type ComponentProps, useState } from "react"
import { type PackedTranscript, unpackTranscript } from "../../../../../_transcript/packTurns"
import { Desk } from "./Desk"

interface Props extends Omit<ComponentProps<typeof Desk>, "transcript"> {
  readonly transcript: PackedTranscript
}

/** The desk as the server sends it: with the words of the transcript packed. */
export function ServedDesk({ transcript, ...desk }: Props) {
  const [shown] = useState(() => unpackTranscript(transcript))
  return <Desk {...desk} transcript={shown} />
}
