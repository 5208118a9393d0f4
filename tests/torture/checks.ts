/** What must hold after a kill and a restart, each as the sentences of what does not. */
import type * as Y from "yjs"
import type { Coder } from "./coder"
import { marksIn, mustBeGone, mustStand } from "./ledger"

/** A newcomer's copy of the layer holds all that was saved, and nothing that was saved as removed. */
export async function wrongLayer({ person, name, ledger }: Coder, source: string): Promise<string[]> {
  const room = await person.room(`layer/${source}/${person.id}`)
  try {
    const codings = room.doc.getMap("codings")
    return [
      ...mustStand(ledger).flatMap(({ id }) => (codings.has(id) ? [] : [`${name}'s saved ${id} is lost`])),
      ...mustBeGone(ledger).flatMap(({ id }) => (codings.has(id) ? [`${name}'s ${id} has come back`] : [])),
    ]
  } finally {
    room.close()
  }
}

/** Marks of the other that were heard and are in no reveal. */
export function wrongHeard({ name, ledger }: Coder, other: string, revealed: string): string[] {
  const foreign = [...marksIn(ledger.heard)].filter((mark) => mark.startsWith(`canary-${other}-`))
  return foreign.flatMap((mark) => (revealed.includes(mark) ? [] : [`${name} was sent ${mark}`]))
}

/** All that was answered about disagreements and codes is there. */
export async function wrongSaid({ call, name, ledger }: Coder, project: string, sources: readonly string[]) {
  const answers = [(await call("GET", `/api/projects/${project}/codes`)).body]
  for (const source of sources) answers.push((await call("GET", `/api/sources/${source}/review`)).body)
  const text = JSON.stringify(answers)
  return [...ledger.said].flatMap((each) => (text.includes(each) ? [] : [`${name}'s ${each} is lost`]))
}

/** What was answered, and what was sent again, was done once. */
export async function wrongStates({ call, name, ledger, outbox }: Coder, source: string): Promise<string[]> {
  const { body } = await call("GET", `/api/sources/${source}`)
  const refused = outbox.read().refused.filter(({ code }) => code !== "already-revealed")
  return [
    ...Object.entries<{ revision: number }>(body.mine).flatMap(([passage, { revision }]) =>
      revision === (ledger.answered.get(passage) ?? 0)
        ? []
        : [`${name}'s ${passage}: revision ${revision}, answered ${ledger.answered.get(passage) ?? 0}`],
    ),
    ...refused.map(({ code }) => `${name} was refused ${code}`),
  ]
}

/** The screen shows what the API answers: maps of the room, entry by entry. */
export async function wrongScreen({ call, name, desk }: Coder): Promise<string[]> {
  if (!desk) return []
  const { body } = await call("GET", `/api/sources/${desk.source}/review`)
  const derived = plain(Object.entries<object>(body))
  const shown = () =>
    plain([...desk.review.doc.share.keys()].map((key) => [key, mapOf(desk.review.doc, key)]))
  for (let tries = 0; tries < 40 && shown() !== derived; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  return shown() === derived ? [] : [`${name}'s screen shows another review than the database`]
}

const mapOf = (doc: Y.Doc, key: string) => doc.getMap(key).toJSON()

function plain(maps: readonly (readonly [string, object])[]): string {
  const full = maps.filter(([, map]) => Object.keys(map).length > 0)
  const sorted = full.map(([key, map]) => [key, Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1))])
  return JSON.stringify(sorted.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)))
}
