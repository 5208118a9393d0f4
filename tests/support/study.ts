import { readFile } from "node:fs/promises"
import { join as joined } from "node:path"
import type { LiveServer } from "./liveServer"
import { type Person, personWith, signIn } from "./person"

export const PASSWORD = "un mot de passe assez long"

/** One interview of three exchanges, in one passage. */
export const shortTranscript = `
Int. : Comment avez-vous appris à renouveler ces traitements ?
M7 : On hérite. C’est mon prédécesseur, ou l’hôpital, on ne sait plus très bien. Et moi je renouvelle, parce que le quart d’heure est passé.
Int. : Et la fois suivante ?
M7 : La fois suivante il y a le genou, il y a la tension. Je vois la ligne à chaque fois sur l’écran et je n’ai pas envie d’ouvrir cette porte.
Int. : Qu’est-ce qu’il y a derrière cette porte ?
M7 : De la peur, je crois. La sienne d’abord, et un peu la mienne.
`

export interface Study {
  readonly owner: Person
  readonly ben: Person
  readonly claire: Person
  readonly project: string
  readonly source: string
  readonly passage: string
  /** The id of the one code of its codebook. */
  readonly code: string
}

/** A project with two coders, a supervisor and one short interview, on a server that has no account yet. */
export async function makeStudy(server: LiveServer, transcript = shortTranscript): Promise<Study> {
  const link = /first-account\/(\S+)/.exec(server.output())![1]
  const nobody = personWith(server.address, "")
  const account = { name: "Ana", email: "ana@example.org", password: PASSWORD }
  await nobody.ask("POST", `/api/first-account/${link}`, account)
  const owner = await signIn(server.address, "ana@example.org", PASSWORD)
  const { id: project } = await owner.ask("POST", "/api/projects", { name: "Étude", approach: "thematic" })
  const ben = await join(server, owner, project, "coder", "Ben")
  const claire = await join(server, owner, project, "supervisor", "Claire")
  const { id: code } = await owner.ask("POST", `/api/projects/${project}/codes`, { name: "hériter" })
  const source = await importTranscript(server, owner, project, transcript, [owner.id, ben.id])
  const { passages } = await owner.ask("GET", `/api/sources/${source}`)
  return { owner, ben, claire, project, source, passage: passages[0].id, code }
}

export async function join(
  server: LiveServer,
  owner: Person,
  project: string,
  role: string,
  name: string,
): Promise<Person> {
  const { secret } = await owner.ask("POST", `/api/projects/${project}/members`, { role })
  const email = `${name.toLowerCase()}@example.org`
  const joining = personWith(server.address, "")
  await joining.ask("POST", `/api/invitations/${secret}/acceptance`, { name, email, password: PASSWORD })
  return signIn(server.address, email, PASSWORD)
}

export async function importTranscript(
  server: Pick<LiveServer, "address">,
  owner: Person,
  project: string,
  text: string,
  coders: readonly string[],
  blindness = "passage",
  name = "m7.txt",
): Promise<string> {
  const form = new FormData()
  form.set("title", "Entretien M7")
  form.set("kind", "interview")
  form.set("blindness", blindness)
  form.set("coders", JSON.stringify(coders))
  form.set("transcript", new File([text], name, { type: "text/plain" }))
  const answer = await fetch(`${server.address}/api/projects/${project}/sources`, {
    method: "POST",
    body: form,
    headers: { cookie: owner.cookie, origin: server.address },
  })
  if (answer.status !== 201) throw new Error(await answer.text())
  return ((await answer.json()) as { id: string }).id
}

/** Puts one of the sounds of tests/fixtures/audio beside a source. */
export async function attachRecording(
  server: Pick<LiveServer, "address">,
  owner: Person,
  source: string,
  sound: string,
): Promise<void> {
  const answer = await fetch(`${server.address}/api/sources/${source}/recording`, {
    method: "PUT",
    headers: { cookie: owner.cookie, origin: server.address, "x-file-name": sound },
    body: await readFile(joined(import.meta.dirname, "../fixtures/audio", sound)),
  })
  if (!answer.ok) throw new Error(await answer.text())
}
