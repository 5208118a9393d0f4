/** Who writes a transcript sees where the others are, while it is open to corrections: through real sockets. */
import { afterAll, beforeAll, expect, it, vi } from "vitest"
import { closeTranscribing, openTranscribing } from "../../server/commands/transcribe"
import { type OpenedRoom, openRoom } from "../support/person"
import { openShortStudy, type ShortStudy, type Someone } from "../support/shortStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let study: ShortStudy
let sue: Someone
let origin: string
let stop: () => Promise<void>
const rooms: OpenedRoom[] = []
beforeAll(async () => {
  app = await openTestApp()
  ;({ origin, stop } = await app.listen())
  study = await openShortStudy(app)
  sue = await app.person("Sue")
  await app.join(study.project, sue.id, "observer")
})
afterAll(async () => {
  for (const room of rooms) room.close()
  await stop()
  await app.close()
})

/** Comes into the transcript's room; what they see of others, as it is now. */
async function enter(as: Someone) {
  const room = await openRoom(origin, { authorization: `Bearer ${as.token}` }, `source/${study.source}`)
  rooms.push(room)
  const { awareness } = room.provider
  return {
    ...room,
    shows: (state: Record<string, unknown>) => awareness.setLocalState(state),
    /** The same; resolves when the server has answered on this line, behind all that it had sent there before. */
    async showsTo(state: Record<string, unknown>) {
      const line = room.provider.ws as unknown as EventTarget
      const answered = new Promise((resolve) => line.addEventListener("message", resolve, { once: true }))
      awareness.setLocalState(state)
      await answered
    },
    sees: () =>
      [...awareness.getStates()].filter(([id]) => id !== awareness.clientID).map(([, state]) => state),
  }
}
type Seat = Awaited<ReturnType<typeof enter>>

/** What `from` shows last has reached whoever it may: a frame of the document comes after it on the same lines. */
async function said(from: Seat, to: readonly Seat[]): Promise<void> {
  const mark = `${Math.random()}`
  from.doc.getMap("marks").set(mark, true)
  await vi.waitFor(() => expect(to.every(({ doc }) => doc.getMap("marks").has(mark))).toBe(true))
}

it("[B5, B14, B19, C42] passes where each writes between those who write, and nothing to or from anybody else", async () => {
  await openTranscribing(app.services, { source: study.source, by: study.ana.id })
  const [ana, ben, reader] = [await enter(study.ana), await enter(study.ben), await enter(sue)]
  ana.shows({
    writing: { at: 7 },
    member: study.ben.id,
    secret: "canary-7f3a",
    listening: { ms: 9_000 },
  })
  await vi.waitFor(() => expect(ben.sees()).toEqual([{ writing: { at: 7 }, member: study.ana.id }]))
  await said(ana, [ben, reader])
  expect(reader.sees()).toEqual([])
  // Ben has the room open and says nothing of where he is, as at a desk: nobody learns that he is there.
  ben.shows({ here: { screen: "code" } })
  await reader.showsTo({ writing: { at: 1 } })
  await said(ben, [ana])
  expect(ana.sees()).toEqual([])
  ben.shows({ writing: { at: 9 } })
  await vi.waitFor(() => expect(ana.sees()).toEqual([{ writing: { at: 9 }, member: study.ben.id }]))
  ben.shows({})
  await vi.waitFor(() => expect(ana.sees()).toEqual([]))
  ana.close()
  await vi.waitFor(() => expect(ben.sees()).toEqual([]))
})

it("[B14, B19, C46] passes the place of who reads with others in its own shape, and no place in the sound", async () => {
  const [ana, ben, reader] = [await enter(study.ana), await enter(study.ben), await enter(sue)]
  const place = { tname: "text", item: { client: 7, clock: 3 }, assoc: 0 }
  ana.shows({ writing: {}, rereading: { reads: { ...place, ms: 9_000 } }, listening: { ms: 9_000 } })
  await vi.waitFor(() => expect(ben.sees()).toEqual([{ writing: {}, member: study.ana.id }]))
  ana.shows({ writing: {}, rereading: { reads: place } })
  const read = { writing: {}, rereading: { reads: place }, member: study.ana.id }
  await vi.waitFor(() => expect(ben.sees()).toEqual([read]))
  ben.shows({ writing: {}, rereading: { with: study.ana.id } })
  const along = { writing: {}, rereading: { with: study.ana.id }, member: study.ben.id }
  await vi.waitFor(() => expect(ana.sees()).toEqual([along]))
  await said(ana, [ben, reader])
  expect(reader.sees()).toEqual([])
  // It goes with being there to write, and with the line.
  ana.shows({ rereading: { reads: place } })
  await vi.waitFor(() => expect(ben.sees()).toEqual([]))
  for (const seat of [ana, ben, reader]) seat.close()
})

it("[B5] passes nothing once it is closed, however open the sockets were", async () => {
  const [ana, ben] = [await enter(study.ana), await enter(study.ben)]
  ana.shows({ writing: { at: 7 } })
  await vi.waitFor(() => expect(ben.sees()).toHaveLength(1))
  const closed = new Promise((resolve) => ana.provider.once("connection-close", resolve))
  await closeTranscribing(app.services, { source: study.source, by: study.ana.id })
  await closed
  await vi.waitFor(() => expect(ana.provider.synced && ben.provider.synced).toBe(true))
  const fresh = await enter(study.ben)
  await ana.showsTo({ writing: { at: 8 } })
  await ben.showsTo({ writing: { at: 9 } })
  await fresh.showsTo({ writing: { at: 9 } })
  expect([...ana.sees(), ...ben.sees(), ...fresh.sees()]).toEqual([])
})
