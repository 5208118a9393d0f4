import type { LiveServer } from "./liveServer"
import { attachRecording, makeStudy, type Study } from "./study"

const timed = `
[00:00:00] Int. : Comment avez-vous appris à renouveler ces traitements ?
[00:00:05] M7 : On hérite. C’est mon prédécesseur, ou l’hôpital, on ne sait plus très bien.
[00:00:15] Int. : Et la fois suivante ?
[00:00:20] M7 : La fois suivante il y a le genou. Je vois la ligne à chaque fois sur l’écran.
[00:00:30] Int. : Qu’est-ce qu’il y a derrière ?
[00:00:40] M7 : De la peur, je crois.
`

export interface Flag {
  readonly id: string
  readonly clip: { readonly startMs: number; readonly endMs: number }
}

/** A study whose one source has a recording, and one revealed disagreement: of the words from 0:20 on. */
export async function makeListeningStudy(server: LiveServer): Promise<{ study: Study; flag: Flag }> {
  const study = await makeStudy(server, timed)
  const { owner, ben, source, passage, code } = study
  await attachRecording(server, owner, source, "seconds-vbr.mp3")
  const other = (await owner.ask("POST", `/api/projects/${study.project}/codes`, { name: "temps" })).id
  const quote = "Je vois la ligne à chaque fois"
  for (const [person, id, codeId] of [
    [owner, "a1", code],
    [ben, "b1", other],
  ] as const)
    await person.ask("POST", `/api/sources/${source}/hand-ins`, {
      passage,
      codings: [{ id, code: codeId, anchor: { start: null, end: null, quote, prefix: "", suffix: "" } }],
      suggestedCodes: [],
      idempotencyKey: id,
    })
  const { flags } = await owner.ask("GET", `/api/sources/${source}/review`)
  const [flag] = Object.values<Flag>(flags)
  if (flag?.clip.startMs !== 17_000 || flag.clip.endMs !== 32_000)
    throw new Error(`not the disagreement that was made: ${JSON.stringify(flags)}`)
  return { study, flag }
}
