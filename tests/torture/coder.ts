/** A coder at their desk: a layer that asks what is durable, a review, and the page's own outbox. */
import { memoryDevice } from "../../app/_device/memoryDevice"
import { watchSaved } from "../../app/_sync/acknowledgement"
import { Problem } from "../../app/_sync/api"
import { createOutbox } from "../../app/_sync/outbox"
import { textOf } from "../../core/text"
import { readTranscript } from "../../core/ydoc/source"
import type { Chance } from "../support/chance"
import type { OpenedRoom, Person } from "../support/person"
import { allSaved, type Ledger, openLedger } from "./ledger"

export interface Desk {
  readonly source: string
  readonly text: string
  readonly passages: readonly { readonly id: string; readonly from: number; readonly to: number }[]
  readonly transcript: OpenedRoom
  readonly layer: OpenedRoom
  review: OpenedRoom
  readonly close: () => void
}

export interface Coder {
  readonly name: string
  readonly person: Person
  readonly chance: Chance
  readonly ledger: Ledger
  readonly outbox: ReturnType<typeof createOutbox>
  /** Asks the API, and hears the answer. */
  readonly call: Person["call"]
  desk: Desk | null
}

export function seat(name: string, person: Person, chance: Chance): Coder {
  const ledger = openLedger()
  const call: Person["call"] = async (method, path, body) => {
    const answer = await person.call(method, path, body)
    ledger.heard.push(Buffer.from(JSON.stringify(answer.body ?? "")))
    return answer
  }
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await call(method, path, body).catch(() => {
      throw new Problem("offline", 0, {})
    })
    if (answer.status >= 400) throw new Problem(answer.body.code ?? "internal", answer.status, answer.body)
    return answer.body
  }
  const outbox = createOutbox({
    device: { ...memoryDevice(person.id), lasts: true },
    sent: ({ body }) => {
      const passage = String(body.passage)
      ledger.answered.set(passage, (ledger.answered.get(passage) ?? 0) + 1)
    },
    send: send as never,
  })
  return { name, person, chance, ledger, outbox, call, desk: null }
}

/** Sits down at a source with empty documents, as a tab just opened does. */
export async function sitDown(coder: Coder, source: string): Promise<void> {
  const { person, ledger } = coder
  const hear = (frame: Buffer) => void ledger.heard.push(frame)
  const { body } = await coder.call("GET", `/api/sources/${source}`)
  const transcript = await person.room(`source/${source}`, { hear })
  const layer = await person.room(`layer/${source}/${person.id}`, { ack: true, hear })
  const review = await person.room(`review/${source}`, { hear })
  const unwatch = watchSaved(layer, (saved) => saved && allSaved(ledger))
  const desk: Desk = {
    source,
    text: textOf(readTranscript(transcript.doc).turns),
    passages: body.passages,
    transcript,
    layer,
    review,
    close: () => {
      unwatch()
      for (const room of [transcript, layer, desk.review]) room.close()
    },
  }
  coder.desk = desk
}

/** Knocks at once instead of when the stock client next would; a projection of the old process is thrown away. */
export async function reconnect({ person, ledger, desk }: Coder): Promise<void> {
  if (!desk) return
  for (const { provider } of [desk.transcript, desk.layer]) {
    provider.disconnect()
    provider.connect()
  }
  desk.review.close()
  desk.review = await person.room(`review/${desk.source}`, { hear: (frame) => void ledger.heard.push(frame) })
}

/** The tab is closed: what was not saved may be lost with it, so nothing is expected of it. */
export function standUp(coder: Coder): void {
  const { codings } = coder.ledger
  for (const { id, written, removed } of [...codings.values()])
    if (written === "sent" || removed === "sent") codings.delete(id)
  coder.desk?.close()
  coder.desk = null
}
