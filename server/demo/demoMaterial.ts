import { createReadStream } from "node:fs"
import { basename, join } from "node:path"
import type { Transcript } from "../../core/model"
import { root } from "../../db/root"
import type { DemoTurn } from "../../db/seed/demo/interview"
import type { KeptRecording } from "../commands/createSource"
import { MOST_RECORDING_BYTES } from "../recordings"
import type { Services } from "../services"

export const seedFile = (name: string) => join(root, "db/seed/demo", name)

interface Said {
  readonly speakers: readonly { readonly label: string; readonly interviewer: boolean }[]
  readonly turns: readonly DemoTurn[]
}

export function demoTranscript({ ids }: Pick<Services, "ids">, said: Said): Transcript {
  const speakers = said.speakers.map((speaker) => ({ id: ids.newId(), ...speaker }))
  const idOf = (label: string) => speakers.find((speaker) => speaker.label === label)!.id
  return {
    speakers,
    turns: said.turns.map(({ speaker, ...turn }) => ({ ...turn, speaker: idOf(speaker) })),
  }
}

/** Puts a recording of the demo's into the store. */
export async function keepDemoRecording(
  { ids, recordings }: Pick<Services, "ids" | "recordings">,
  name: string,
  turns: readonly DemoTurn[],
): Promise<KeptRecording> {
  const key = ids.newId()
  const { bytes } = await recordings.write(key, createReadStream(seedFile(name)), {
    maxBytes: MOST_RECORDING_BYTES,
  })
  const durationMs = Math.max(...turns.map((turn) => turn.endMs))
  return { key, bytes, mime: "audio/ogg", originalName: basename(name), durationMs }
}
