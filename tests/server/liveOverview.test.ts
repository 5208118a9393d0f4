/** What the overview listens to, through real sockets: who is here, and that something was revealed. */
import { afterAll, beforeAll, expect, it, vi } from "vitest"
import { type OpenedRoom, openRoom } from "../support/person"
import { openShortStudy, type ShortStudy, type Someone } from "../support/shortStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let study: ShortStudy
let origin: string
let stop: () => Promise<void>
const rooms: OpenedRoom[] = []
beforeAll(async () => {
  app = await openTestApp()
  ;({ origin, stop } = await app.listen())
  study = await openShortStudy(app)
})
afterAll(async () => {
  for (const room of rooms) room.close()
  await stop()
  await app.close()
})

async function enter(as: Someone, name: string): Promise<OpenedRoom> {
  const room = await openRoom(origin, { authorization: `Bearer ${as.token}` }, name)
  rooms.push(room)
  return room
}

it("[B14] shows who is here, as the server says and not as they say, and until they leave", async () => {
  const name = `codebook/${study.project}`
  const [hers, his] = [await enter(study.ana, name), await enter(study.ben, name)]
  const seen = () =>
    [...his.provider.awareness.getStates().values()].flatMap(({ member, canary }) => [member, canary])
  his.provider.awareness.setLocalState(null)
  hers.provider.awareness.setLocalState({ here: { screen: "overview" }, member: "somebody", canary: "7f3a" })
  await vi.waitFor(() => expect(seen()).toEqual([study.ana.id, undefined]))
  hers.close()
  await vi.waitFor(() => expect(seen()).toEqual([]))
})

it("[B9] tells how many passages are complete at once; that something was revealed, once it is", async () => {
  await study.code("fear")
  const tree = await enter(study.ben, `tree/${study.project}`)
  const review = await enter(study.ben, `review/${study.source}`)
  let changes = 0
  tree.doc.on("update", () => changes++)
  const done = () =>
    [study.ana, study.ben].map(({ id }) => (review.doc.getMap("progress").get(id) as { done: number }).done)

  await study.handIn(study.ana, 0, ["fear"])
  await vi.waitFor(() => expect(done()).toEqual([1, 0]))
  expect(changes).toBe(0)
  await study.handIn(study.ben, 0)
  await vi.waitFor(() => expect(done()).toEqual([1, 1]))
  await vi.waitFor(() => expect(changes).toBeGreaterThan(0))
})
