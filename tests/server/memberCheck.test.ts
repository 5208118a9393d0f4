/** Member check: what a participant's link opens, and all that it does not; each refusal beside what is let in. */
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import { routes } from "../../app/api/routes"
import * as relire from "../../app/relire/[secret]/route"
import * as texte from "../../app/relire/[secret]/texte/route"
import { LONGEST_COMMENT, MOST_COMMENTS, participantsOf } from "../../core/memberCheck"
import { erasure, memberCheck, memberComment, source as sources } from "../../db/schema"
import { createBounds } from "../../server/bounds"
import { createSource } from "../../server/commands/createSource"
import { deleteSource } from "../../server/commands/deleteSource"
import { eraseWords } from "../../server/commands/eraseWords"
import { makeMemberCheck, revokeLinksOf } from "../../server/commands/memberChecks"
import { addPseudonym } from "../../server/commands/pseudonyms"
import { loadWords } from "../../server/documents"
import { memberOf } from "../../server/places"
import { exportProject } from "../../server/queries/exportProject"
import { memberChecksOf } from "../../server/queries/memberChecks"
import { namesShown } from "../../server/queries/namesShown"
import { overviewOf } from "../../server/queries/overview"
import { whereWords } from "../../server/queries/whereWords"
import { provideServices } from "../../server/services"
import { whoIs } from "../../server/session"
import { openRoom } from "../support/person"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let ana: Awaited<ReturnType<TestApp["person"]>>
let ben: typeof ana
let olga: typeof ana
let project: string
let source: string
let passages: readonly string[]

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.empty()
  provideServices(app.services)
  ana = await app.person("Ana")
  ben = await app.person("Ben")
  olga = await app.person("Olga")
  project = await app.project(ana.id, "Zyxproject")
  await app.join(project, ben.id, "coder")
  await app.join(project, olga.id, "observer")
  ;({ id: source, passages } = await interview())
})

const said = (speaker: string | null, text: string) => ({ speaker, startMs: null, endMs: null, text })
const interview = () =>
  createSource(app.services, {
    project,
    by: ana.id,
    title: "Zyxtitle",
    kind: "focus-group",
    blindness: "passage",
    coders: [ana.id, ben.id],
    context: { who: "Zyxwho", where: "", how: "" },
    transcript: {
      speakers: [
        { id: "i", label: "Int.", interviewer: true },
        { id: "p", label: "P1", interviewer: false },
        { id: "q", label: "P2", interviewer: false },
      ],
      turns: [
        said("i", "How did you learn it?"),
        said("p", "From old Zyxmartin, <b>by</b> watching."),
        said("q", "I never learned it."),
        said("p", "One inherits, you see."),
      ],
    },
    passages: [
      { fromTurn: 0, toTurn: 2 },
      { fromTurn: 2, toTurn: 4 },
    ],
    recording: null,
  })

const make = (how: Partial<Parameters<typeof makeMemberCheck>[1]> = {}) =>
  makeMemberCheck(app.services, { source, by: ana.id, speaker: "p", scope: "own", ...how })

const at = (secret: string) => ({ params: Promise.resolve({ secret }) })
const open = async (secret: string, page: typeof relire | typeof texte = texte, headers = {}) => {
  const request = new Request("http://binome.test/relire/x?langue=en", { headers })
  const answer = await page.GET(request, at(secret))
  return { status: answer.status, headers: [...answer.headers], text: await answer.text() }
}
/** As the page's script sends it. */
const send = async (secret: string, fields: Record<string, string>, accept = "application/json") => {
  const request = new Request("http://binome.test/relire/x/texte?langue=en", {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { accept },
  })
  const answer = await texte.POST(request, at(secret))
  const text = await answer.text()
  return {
    status: answer.status,
    location: answer.headers.get("location"),
    text,
    body: text.startsWith("{") ? JSON.parse(text) : undefined,
  }
}
const places = (text: string) =>
  [...text.matchAll(/name="place" value="([^"]*)"/g)].map(([, place]) => place!).filter(Boolean)
const commentOn = async (secret: string, turn: number, body: string, key = `k${turn}`) => {
  const place = places((await open(secret)).text)[turn]!
  return send(secret, { act: "save", key, place, number: String(turn + 1), body })
}
const rows = () => app.services.db.select().from(memberComment)
const links = () => app.services.db.select().from(memberCheck)
const end = (change: Partial<typeof memberCheck.$inferInsert>) =>
  app.services.db.update(memberCheck).set(change)
const route = (path: string, method: string) =>
  (routes[path] as Record<string, Parameters<TestApp["call"]>[0]>)[method]!

describe("[K1, K2] a link", () => {
  it("is made by the coders, the owner and the supervisor for somebody who speaks, and its secret is kept nowhere", async () => {
    const post = (as: string, body: object) =>
      app.call(route("/api/sources/{source}/member-checks", "POST"), {
        method: "POST",
        as,
        params: { source },
        body,
      })
    const made = await post(ben.token, { speaker: "p" })
    expect(made.status).toBe(201)
    expect(made.body.secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(made.body.link).toBe(`http://binome.test/relire/${made.body.secret}`)
    const days = (Date.parse(made.body.expiresAt) - Date.now()) / 86_400_000
    expect(days).toBeCloseTo(30, 1)
    expect(JSON.stringify(await links())).not.toContain(made.body.secret)
    expect((await post(olga.token, { speaker: "p" })).status).toBe(404)
    expect((await post(ana.token, { speaker: "p", days: 91 })).status).toBe(422)
    for (const speaker of ["i", "nobody"])
      expect((await post(ana.token, { speaker })).body.code).toBe("unknown-speaker")
    const listed = await app.call(route("/api/sources/{source}/member-checks", "GET"), {
      as: ana.token,
      params: { source },
    })
    expect(listed.body.checks).toMatchObject([{ label: "P1", scope: "own", state: "sent", open: true }])
    expect(listed.body.participants.map(({ label }: { label: string }) => label)).toEqual(["P1", "P2"])
    expect(JSON.stringify(listed.body)).not.toMatch(new RegExp(`${made.body.secret}|secret|[0-9a-f]{64}`))
  })

  it("is ended at once, one or all of one participant; an unknown one is not found", async () => {
    const [one, two, other] = [await make(), await make(), await make({ speaker: "q" })]
    const revoke = (check: string) =>
      app.call(route("/api/sources/{source}/member-checks/{check}", "DELETE"), {
        method: "DELETE",
        as: ben.token,
        params: { source, check },
      })
    expect((await open(one.secret)).status).toBe(200)
    expect((await revoke(one.id)).status).toBe(204)
    expect((await open(one.secret)).status).toBe(404)
    expect((await revoke(one.id)).status).toBe(404)
    expect((await revoke("missing")).status).toBe(404)
    const { id: elsewhere } = await interview()
    expect(await revokeLinksOf(app.services, { source: elsewhere, by: ana.id, speaker: "p" })).toBe(0)
    const all = (as: string) =>
      app.call(route("/api/sources/{source}/member-checks", "DELETE"), {
        method: "DELETE",
        as,
        params: { source },
        query: "?speaker=p",
      })
    expect((await all(olga.token)).status).toBe(404)
    expect((await open(two.secret)).status).toBe(200)
    expect((await all(ben.token)).body).toEqual({ ended: 1 })
    expect((await open(two.secret)).status).toBe(404)
    expect((await open(other.secret)).status).toBe(200)
  })
})

describe("[K1] before a link is made", () => {
  it("is said which names of the key it would show, to whom, and how much they read", async () => {
    await addPseudonym(app.services, { project, name: "zyxmartin", stands: "A" })
    const { speakers, turns } = await loadWords(app.services, source)
    const shown = await namesShown(app.services, project, participantsOf(speakers, turns), turns)
    expect(shown).toEqual({
      p: { own: ["Zyxmartin"], whole: ["Zyxmartin"] },
      q: { own: [], whole: ["Zyxmartin"] },
    })
  })
})

describe("[K3] a link that leads nowhere", () => {
  it("answers the same bytes whether it is unknown, expired, revoked or of a source that is gone", async () => {
    const { secret } = await make()
    const ask = async (which: string) => [
      await open(which, relire),
      await open(which),
      await send(which, { act: "save", key: "k", place: "", number: "0", body: "Words" }),
      await send(which, { act: "save", key: "k", place: "", number: "0", body: "Words" }, "text/html"),
      await send(which, { act: "remove", key: "k" }),
      await send(which, { act: "finish" }),
    ]
    const good = await ask(secret)
    expect(good.map(({ status }) => status)).toEqual([200, 200, 200, 303, 200, 200])
    const unknown = await ask("A".repeat(43))
    expect(new Set(unknown.map(({ status }) => status))).toEqual(new Set([404]))
    await end({ expiresAt: new Date(0) })
    expect(await ask(secret)).toEqual(unknown)
    await end({ expiresAt: new Date(Date.now() + 1e6), revokedAt: new Date() })
    expect(await ask(secret)).toEqual(unknown)
    for (const strange of ["", "..", "%00", "\u0000", "x".repeat(5_000), "' or 1=1 --"])
      expect(await ask(strange)).toEqual(unknown)
    await end({ revokedAt: null })
    expect((await open(secret)).status).toBe(200)
    await deleteSource(app.services, { source, by: ana.id, title: "Zyxtitle" })
    expect(await ask(secret)).toEqual(unknown)
    expect([await rows(), await links()]).toEqual([[], []])
  })

  it("is no way in anywhere else: no route and no room takes its secret", async () => {
    const { secret } = await make()
    expect(await whoIs(app.services, new Headers({ authorization: `Bearer ${secret}` }))).toBeNull()
    expect(await whoIs(app.services, new Headers({ authorization: `Bearer ${ana.token}` }))).not.toBeNull()
    const get = route("/api/sources/{source}/transcript", "GET")
    expect((await app.call(get, { as: secret, params: { source } })).status).toBe(401)
    expect((await app.call(get, { as: ana.token, params: { source } })).status).toBe(200)
    const invited = route("/api/invitations/{secret}", "GET")
    expect((await app.call(invited, { params: { secret } })).status).toBe(404)
    // Nor is a member's secret one of these.
    expect((await open(ana.token)).status).toBe(404)
  })

  it("is asked for so often and no more, by link and by address", async () => {
    const few = { atOnce: 3, perHour: 3 }
    const bounds = (link: typeof few, memberCheck: typeof few) => {
      const many = { atOnce: 1_000, perHour: 1_000 }
      const all = { inviting: many, correcting: many, opening: many, importing: many, sending: many }
      const rest = { exporting: many, erasing: many, gathering: many }
      provideServices({
        ...app.services,
        bounds: createBounds({ ...all, ...rest, link, memberCheck }, () => 0),
      })
    }
    const [{ secret }, other] = [await make(), await make()]
    const statuses = async (which: string, address: string) => {
      const all: number[] = []
      for (let tries = 0; tries < 4; tries++)
        all.push((await open(which, texte, { "x-binome-address": address })).status)
      return all
    }
    bounds({ atOnce: 1_000, perHour: 1_000 }, few)
    expect(await statuses(secret, "192.0.2.7")).toEqual([200, 200, 200, 429])
    expect(await statuses(secret, "192.0.2.8")).toEqual([429, 429, 429, 429])
    expect((await open(other.secret, texte, { "x-binome-address": "192.0.2.7" })).status).toBe(200)
    bounds(few, { atOnce: 1_000, perHour: 1_000 })
    expect(await statuses("unknown", "192.0.2.9")).toEqual([404, 404, 404, 429])
    expect((await open(secret, texte, { "x-binome-address": "192.0.2.9" })).status).toBe(429)
    expect((await open(secret, texte, { "x-binome-address": "192.0.2.10" })).status).toBe(200)
  })
})

describe("[K4] what a participant reads", () => {
  it("is their own turns, or all; never whose they are, what they are part of, or what was made of them", async () => {
    const own = (await open((await make()).secret)).text
    expect(own).toContain("One inherits, you see.")
    for (const other of ["How did you learn it?", "I never learned it."]) expect(own).not.toContain(other)
    const whole = (await open((await make({ scope: "whole" })).secret)).text
    for (const words of ["How did you learn it?", "I never learned it.", "One inherits, you see."])
      expect(whole).toContain(words)
    const cover = (await open((await make()).secret, relire)).text
    expect(cover).toContain("P1")
    expect(cover).not.toContain("inherits")
    for (const page of [own, whole, cover])
      for (const secret of ["Zyxtitle", "Zyxproject", "Zyxwho", "Ana", "Ben", source, project, ...passages])
        expect(page).not.toContain(secret)
  })

  it("is harmless, whatever was said and written", async () => {
    const { secret } = await make()
    await commentOn(secret, 0, `"><script>alert('x')</script>`)
    const { text, headers } = await open(secret)
    expect(text).toContain("&#60;b&#62;by&#60;/b&#62;")
    expect(text).not.toContain("<b>")
    expect(text).not.toContain("<script>")
    expect(text).toContain("&#34;&#62;&#60;script&#62;alert(&#39;x&#39;)")
    expect(Object.fromEntries(headers)).toMatchObject({ "cache-control": "private, no-store" })
    expect(text).toContain(`<meta name="referrer" content="no-referrer">`)
  })

  it("is the transcript as it stands; opening it is noted, and looking at its cover is not", async () => {
    const { secret } = await make()
    await open(secret, relire)
    expect(await links()).toMatchObject([{ firstOpenedAt: null, lastOpenedAt: null }])
    await open(secret)
    const [opened] = await links()
    expect(opened!.firstOpenedAt).not.toBeNull()
    await end({ lastOpenedAt: new Date(0) })
    await open(secret)
    const [again] = await links()
    expect(again!.firstOpenedAt).toEqual(opened!.firstOpenedAt)
    expect(again!.lastOpenedAt!.getTime()).toBeGreaterThan(0)
    expect((await open(secret)).text).toContain("Zyxmartin")
    await eraseWords(app.services, {
      source,
      by: ana.id,
      spans: await spansOf("Zyxmartin"),
      words: "Zyxmartin",
      places: [],
      mark: "X",
    })
    expect((await open(secret)).text).not.toContain("Zyxmartin")
    expect((await open(secret)).text).toContain("From old X")
  })

  it("says that it is unfinished while it is being written", async () => {
    const { secret } = await make()
    expect((await open(secret)).text).not.toContain("still going over")
    await app.services.db.update(sources).set({ transcribing: { from: 0, closedBy: null } })
    expect((await open(secret)).text).toContain("still going over")
    expect((await memberChecksOf(app.services, source)).unfinished).toBe(true)
  })
})

const spansOf = async (words: string) =>
  (await whereWords(app.services, source, words)).transcript.map(({ from, to, words }) => ({
    from,
    to,
    words,
  }))

describe("[K5, K6] what a participant writes", () => {
  it("reaches the coders at its turn, once however often it is sent; is changed and taken back", async () => {
    const { secret } = await make()
    expect((await commentOn(secret, 1, "Not inherits:\r\nlearns.")).status).toBe(200)
    const sent = await commentOn(secret, 1, "Not inherits:\r\nlearns.")
    expect(sent.body.html).toContain("Not inherits:\nlearns.")
    expect(
      (await send(secret, { act: "save", key: "g", place: "", number: "0", body: "In general." })).status,
    ).toBe(200)
    const { comments, counts } = await memberChecksOf(app.services, source)
    expect(comments).toMatchObject([
      {
        label: "P1",
        turn: { index: 3 },
        quote: "One inherits, you see.",
        body: "Not inherits:\nlearns.",
        outcome: null,
      },
      { label: "P1", turn: null, quote: null, body: "In general." },
    ])
    expect(counts).toEqual({ sent: 1, opened: 1, returned: 0, comments: 2, handled: 0 })
    await commentOn(secret, 1, "Changed.")
    expect((await memberChecksOf(app.services, source)).comments[0]!.body).toBe("Changed.")
    expect((await open(secret)).text).toContain("Changed.")
    const removed = await send(secret, { act: "remove", key: "k1", number: "2" })
    expect(removed.body.html).not.toContain("Changed.")
    expect((await rows()).map(({ key }) => key)).toEqual(["g"])
    // Off the disk by who keeps house, asked for once.
    await commentOn(secret, 0, "Again.")
    await send(secret, { act: "remove", key: "k0" })
    expect(await app.services.db.select().from(erasure)).toMatchObject([
      { what: "comment", finishedAt: null },
    ])
  })

  it("is answered by the page where there is no script", async () => {
    const { secret } = await make()
    const [place] = places((await open(secret)).text)
    const sent = await send(
      secret,
      { act: "save", key: "k", place: place!, number: "1", body: "No." },
      "text/html",
    )
    expect(sent).toMatchObject({ status: 303, location: `/relire/${secret}/texte?langue=en#c-k` })
    const empty = await send(
      secret,
      { act: "save", key: "z", place: place!, number: "1", body: " " },
      "text/html",
    )
    expect(empty.status).toBe(409)
    expect(empty.text).toContain("did not arrive")
  })

  it("stays at its turn when the words before it are erased", async () => {
    const { secret } = await make()
    await commentOn(secret, 1, "About this.")
    await eraseWords(app.services, {
      source,
      by: ana.id,
      spans: await spansOf("How did you learn it?"),
      words: null,
      places: [],
      mark: "X",
    })
    expect((await memberChecksOf(app.services, source)).comments[0]!.turn!.index).toBe(3)
  })

  it("is about turns that its writer is shown, and about no others", async () => {
    const [own, whole] = [await make(), await make({ scope: "whole" })]
    const all = places((await open(whole.secret)).text)
    expect(all).toHaveLength(4)
    const write = (secret: string, place: string) =>
      send(secret, { act: "save", key: "k", place, number: "1", body: "Mine." })
    for (const place of [all[0]!, all[2]!, "1.1", "x"])
      expect((await write(own.secret, place)).status).toBe(409)
    expect(await rows()).toEqual([])
    expect((await write(own.secret, all[1]!)).status).toBe(200)
    expect((await write(whole.secret, all[2]!)).status).toBe(200)
    // One link's comments are not another's, whatever they are called.
    await send(own.secret, { act: "remove", key: "k" })
    expect(await rows()).toMatchObject([{ body: "Mine.", check: whole.id }])
    expect((await open(own.secret)).text).not.toContain("Mine.")
  })

  it("is bounded in length and number, and holds what any database can keep", async () => {
    const { secret, id } = await make()
    const write = (body: string, key = "k") =>
      send(secret, { act: "save", key, place: "", number: "0", body })
    expect((await write("é".repeat(LONGEST_COMMENT))).status).toBe(200)
    expect((await write("é".repeat(LONGEST_COMMENT + 1))).status).toBe(409)
    expect((await write("x".repeat(70_000))).status).toBe(409)
    expect((await write("a\u0000b")).status).toBe(200)
    for (const key of ["", "__proto__", "a b", "x".repeat(101)])
      expect((await write("No.", key)).status).toBe(409)
    const values = Array.from({ length: MOST_COMMENTS - 1 }, (_, at) => ({
      id: `c${at}`,
      check: id,
      key: `c${at}`,
      body: "x",
      changedAt: new Date(),
    }))
    await app.services.db.insert(memberComment).values(values)
    const beyond = await write("One more.", "more")
    expect([beyond.status, beyond.body.why]).toEqual([409, expect.stringContaining("300")])
    expect((await write("Changed still.")).status).toBe(200)
  })

  it("[K8] ends when they say to have finished: read on, and nothing is changed", async () => {
    const { secret } = await make()
    await commentOn(secret, 0, "Before.")
    expect((await send(secret, { act: "finish" })).body).toEqual({ done: true })
    expect((await commentOn(secret, 0, "After.", "k0")).status).toBe(409)
    expect((await send(secret, { act: "remove", key: "k0" })).status).toBe(409)
    expect((await send(secret, { act: "finish" })).status).toBe(200)
    const { text, status } = await open(secret)
    expect([status, text.includes("Before."), text.includes("<form")]).toEqual([200, true, false])
    const { checks, counts, project: all } = await memberChecksOf(app.services, source)
    expect(checks).toMatchObject([{ state: "returned", comments: 1 }])
    expect([counts, all]).toEqual(Array(2).fill({ sent: 1, opened: 1, returned: 1, comments: 1, handled: 0 }))
  })
})

const handle = (as: string, comment: string, body: object, of = source) =>
  app.call(route("/api/sources/{source}/member-comments/{comment}", "PATCH"), {
    method: "PATCH",
    as,
    params: { source: of, comment },
    body,
  })

describe("[K5] a comment", () => {
  it("is handled by who makes the transcript; changed afterwards it is open again; who did it, and when, is not told", async () => {
    const { secret } = await make()
    await commentOn(secret, 1, "Not inherits.")
    const [{ id }] = (await rows()) as [typeof memberComment.$inferSelect]
    const { id: elsewhere } = await interview()
    expect((await handle(olga.token, id, { outcome: "kept" })).status).toBe(404)
    expect((await handle(ana.token, id, { outcome: "kept" }, elsewhere)).status).toBe(404)
    expect((await handle(ana.token, id, { outcome: "forgotten" })).status).toBe(422)
    expect((await handle(ben.token, id, { outcome: "corrected", note: "Two words." })).status).toBe(204)
    const seen = await memberChecksOf(app.services, source)
    expect(seen.comments).toMatchObject([{ outcome: "corrected", note: "Two words." }])
    expect(seen.counts.handled).toBe(1)
    expect(JSON.stringify(seen)).not.toContain(ben.id)
    expect((await open(secret)).text).not.toContain("Two words.")
    await commentOn(secret, 1, "Not inherits.")
    expect((await rows())[0]!.outcome).toBe("corrected")
    await commentOn(secret, 1, "Something else.")
    expect(await rows()).toMatchObject([{ outcome: null, outcomeNote: "", handledBy: null }])
  })
})

describe("[K10] that something was written", () => {
  it("is told at once and without a word of it to who makes the transcript; what was done about it is not, nor by whom", async () => {
    const { origin, stop } = await app.listen()
    const { secret } = await make()
    const frames: Buffer[] = []
    const enter = (as: typeof ana, room = `comments/${source}`) =>
      openRoom(origin, { authorization: `Bearer ${as.token}` }, room, {
        hear: (frame) => frames.push(Buffer.from(frame)),
      })
    const room = await enter(ana)
    const told = () => room.doc.getMap("comments").get("written")
    const seen = new Set([told()])
    /** Once it is told anew. */
    const news = async () => {
      await vi.waitFor(() => expect(seen.has(told())).toBe(false))
      seen.add(told())
    }
    expect(told()).toEqual(expect.any(String))
    await commentOn(secret, 1, "Zyxremark.")
    await news()
    await commentOn(secret, 1, "Zyxchanged.")
    await news()
    const before = frames.length
    const [{ id }] = (await rows()) as [typeof memberComment.$inferSelect]
    expect((await handle(ben.token, id, { outcome: "corrected", note: "Zyxnote." })).status).toBe(204)
    await app.services.live.refresh(`comments/${source}`)
    expect(frames.slice(before).filter(({ length }) => length > 3)).toEqual([])
    await commentOn(secret, 0, "Zyxmartin taught me.", "other")
    await news()
    await eraseWords(app.services, {
      ...{ source, by: ana.id, spans: await spansOf("Zyxmartin"), words: "Zyxmartin", mark: "X" },
      places: [],
    })
    await news()
    await send(secret, { act: "remove", key: "k1", number: "2" })
    await news()
    expect(Buffer.concat(frames).toString("latin1")).not.toMatch(/Zyx(remark|changed|note|martin)/)
    expect(Buffer.concat(frames).toString("latin1")).toContain("written")
    await expect(enter(olga)).rejects.toThrow("4403")
    room.close()
    await stop()
  })
})

describe("[K7] an erasure", () => {
  it("reaches what comments quote unseen, and what they say where it is ticked", async () => {
    const { secret } = await make({ scope: "whole" })
    await commentOn(secret, 1, "Zyxmartin was his name.")
    await commentOn(secret, 2, "About P2.")
    const found = await whereWords(app.services, source, "Zyxmartin")
    expect(found.elsewhere.map(({ kind }) => kind)).toEqual(["comment"])
    expect(JSON.stringify(await rows())).toContain("old Zyxmartin")
    const spans = await spansOf("Zyxmartin")
    const erase = (places: readonly string[]) =>
      eraseWords(app.services, { source, by: ana.id, spans, words: "Zyxmartin", places, mark: "X" })
    await erase(found.elsewhere.map(({ key }) => key))
    expect(JSON.stringify(await rows())).not.toContain("Zyxmartin")
    const { comments } = await memberChecksOf(app.services, source)
    expect(comments).toMatchObject([
      { turn: { index: 1 }, quote: "From old X, <b>by</b> watching.", body: "X was his name." },
      { turn: { index: 2 }, quote: "I never learned it.", body: "About P2." },
    ])
  })

  it("leaves no quote of words that are gone from the text", async () => {
    const { secret } = await make()
    await commentOn(secret, 0, "Hm.")
    const [{ id, anchor }] = (await rows()) as [typeof memberComment.$inferSelect]
    const gone = {
      ...anchor!,
      start: null,
      end: null,
      quote: "Zyxgone said so",
      prefix: "Zyxgone",
      suffix: "",
    }
    await app.services.db.update(memberComment).set({ anchor: gone }).where(eq(memberComment.id, id))
    expect((await memberChecksOf(app.services, source)).comments).toMatchObject([
      { turn: null, quote: "Zyxgone said so" },
    ])
    await eraseWords(app.services, { source, by: ana.id, spans: [], words: "Zyxgone", places: [], mark: "X" })
    expect(JSON.stringify(await rows())).not.toContain("Zyxgone")
  })
})

describe("[K9] what is reported", () => {
  it("is counted for the project, as a table too, to its members but observers; with comments in the export of who may read them", async () => {
    const { secret } = await make()
    await make({ speaker: "q" })
    await commentOn(secret, 0, "Zyxcomment")
    await send(secret, { act: "finish" })
    const get = (as: string, query = "") =>
      app.services.db &&
      route("/api/projects/{project}/member-checks", "GET")(
        new Request(`http://binome.test/${query}`, { headers: { authorization: `Bearer ${as}` } }),
        { params: Promise.resolve({ project }) },
      )
    const told = await get(ben.token)
    const { counts, checks } = await told.json()
    expect(counts).toEqual({ sent: 2, opened: 1, returned: 1, comments: 1, handled: 0 })
    expect(checks).toMatchObject([
      { label: "P1", state: "returned", comments: 1 },
      { label: "P2", state: "sent" },
    ])
    const csv = await (await get(ben.token, "?format=csv")).text()
    expect(csv.split("\r\n")[1]).toMatch(/^"Zyxtitle","P1","own","returned",/)
    expect(csv).not.toContain("Zyxcomment")
    expect((await get(olga.token)).status).toBe(404)
    const cara = await app.person("Cara")
    await app.join(project, cara.id, "coder")
    const exported = async (who: string) =>
      JSON.stringify((await exportProject(app.services, project, who)).memberChecks)
    expect(await exported(ana.id)).toContain("Zyxcomment")
    expect(await exported(cara.id)).not.toContain("Zyxcomment")
    expect(await exported(cara.id)).toContain(`"returned":1`)
    const onOverview = async (who: string) => {
      const member = await memberOf(app.services, project, who)
      return (await overviewOf(app.services, project, member!)).sources[0]!.checks
    }
    expect(await onOverview(ben.id)).toEqual(counts)
    expect([await onOverview(cara.id), await onOverview(olga.id)]).toEqual([null, null])
  })
})
