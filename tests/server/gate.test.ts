/**
 * The whole path without a screen: the built server, stock y-websocket clients, the JSON API, and kill −9 between any
 * two steps. What was acknowledged before the kill is there after it.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { placeTurns, textOf } from "../../core/text"
import { anchorTo } from "../../core/ydoc/anchors"
import { putCoding, suggestCode } from "../../core/ydoc/layer"
import { readTranscript } from "../../core/ydoc/source"
import { type LiveServer, startLiveServer } from "../support/liveServer"
import { type Person, personWith, signIn } from "../support/person"

const PASSWORD = "un mot de passe assez long"

const transcript = `
Int. : Comment avez-vous appris à renouveler ces traitements ?
M7 : On hérite. C’est mon prédécesseur, ou l’hôpital, on ne sait plus très bien. Et moi je renouvelle, parce que le quart d’heure est passé.
Int. : Et la fois suivante ?
M7 : La fois suivante il y a le genou, il y a la tension. Je vois la ligne à chaque fois sur l’écran et je n’ai pas envie d’ouvrir cette porte.
Int. : Qu’est-ce qu’il y a derrière cette porte ?
M7 : De la peur, je crois. La sienne d’abord, et un peu la mienne.
`

describe("the main job, headless", { concurrent: false }, () => {
  let server: LiveServer
  let owner: Person
  let ben: Person
  let claire: Person
  let project: string
  let source: string
  let passage: string
  const codes: Record<string, string> = {}

  beforeAll(async () => {
    server = await startLiveServer()
  }, 120_000)
  afterAll(() => server?.stop(), 30_000)

  /** Everybody signs in again: cookies survive the kill because their sessions are rows. */
  const kill = () => server.killAndRestart()

  async function join(role: string, name: string): Promise<Person> {
    const { secret } = await owner.ask("POST", `/api/projects/${project}/members`, { role })
    const email = `${name}@example.org`
    const joining = personWith(server.address, "")
    await joining.ask("POST", `/api/invitations/${secret}/acceptance`, { name, email, password: PASSWORD })
    return signIn(server.address, email, PASSWORD)
  }

  async function codeWords(
    person: Person,
    words: string,
    code: string,
    id: string,
    newName?: string,
  ): Promise<void> {
    const room = await person.room(`source/${source}`)
    const layer = await person.room(`layer/${source}/${person.id}`)
    const turns = readTranscript(room.doc).turns
    const text = textOf(turns)
    const from = text.indexOf(words)
    expect(from).toBeGreaterThanOrEqual(0)
    const anchor = anchorTo(room.doc, text, { from, to: from + words.length })
    const coding = { id, code, anchor, createdAt: "", memo: null, shareMemo: false }
    if (newName) suggestCode(layer.doc, { id: code, name: newName, definition: null, parent: null }, coding)
    else putCoding(layer.doc, coding)
    // A second client sees it: then it is durable.
    const again = await person.room(`layer/${source}/${person.id}`)
    await expect.poll(() => again.doc.getMap("codings").has(id), { timeout: 5_000 }).toBe(true)
    for (const each of [room, layer, again]) each.close()
    expect(placeTurns(turns).length).toBe(6)
  }

  const review = (person: Person) => person.ask("GET", `/api/sources/${source}/review`)
  async function flag(kind: string, quote: string) {
    const { flags } = await review(owner)
    const found = Object.values<any>(flags).find(
      (each) => each.kindAtReveal === kind && each.quote.includes(quote),
    )
    if (!found) throw new Error(`no ${kind} on ${quote} in ${JSON.stringify(Object.values(flags), null, 1)}`)
    return { ...found, path: `/api/disagreements/${encodeURIComponent(found.id)}` }
  }

  it("makes the first account by the printed link, a project and its members", async () => {
    const link = /first-account\/(\S+)/.exec(server.output())![1]
    const nobody = personWith(server.address, "")
    const account = { name: "Ana", email: "ana@example.org", password: PASSWORD }
    await nobody.ask("POST", `/api/first-account/${link}`, account)
    await kill()
    owner = await signIn(server.address, "ana@example.org", PASSWORD)
    project = (await owner.ask("POST", "/api/projects", { name: "Étude", approach: "thematic" })).id
    await kill()
    ben = await join("coder", "ben")
    claire = await join("supervisor", "claire")
    await kill()
  }, 120_000)

  it("imports an interview with two coders", async () => {
    for (const name of ["hériter", "manque de temps", "peur"]) {
      codes[name] = (await owner.ask("POST", `/api/projects/${project}/codes`, { name })).id
    }
    const form = new FormData()
    form.set("title", "Entretien M7")
    form.set("kind", "interview")
    form.set("blindness", "passage")
    form.set("coders", JSON.stringify([owner.id, ben.id]))
    form.set("transcript", new File([transcript], "m7.txt", { type: "text/plain" }))
    const answer = await fetch(`${server.address}/api/projects/${project}/sources`, {
      method: "POST",
      body: form,
      headers: { cookie: owner.cookie, origin: server.address },
    })
    expect(answer.status).toBe(201)
    source = ((await answer.json()) as { id: string }).id
    await kill()
    const read = await owner.ask("GET", `/api/sources/${source}`)
    passage = read.passages[0].id
    expect(read.passages).toHaveLength(1)
  }, 120_000)

  it("keeps two layers, each its coder's own", async () => {
    await codeWords(owner, "On hérite", codes.hériter!, "a1")
    await codeWords(owner, "De la peur, je crois", codes.peur!, "a2")
    await codeWords(owner, "je n’ai pas envie d’ouvrir cette porte", "code-a", "a3", "ouvrir la porte")
    await codeWords(owner, "un peu la mienne", codes.peur!, "a4")
    await kill()
    await codeWords(ben, "On hérite", codes.hériter!, "b1")
    await codeWords(ben, "De la peur, je crois", codes["manque de temps"]!, "b2")
    await codeWords(
      ben,
      "Je vois la ligne à chaque fois sur l’écran et je n’ai pas envie d’ouvrir cette porte",
      "code-b",
      "b3",
      "voir sans dire",
    )
    await kill()
    await expect(ben.room(`layer/${source}/${owner.id}`)).rejects.toThrow("4403")
    await expect(claire.room(`layer/${source}/${ben.id}`)).rejects.toThrow("4403")
    const own = await owner.room(`layer/${source}/${owner.id}`)
    expect([...own.doc.getMap("codings").keys()].sort()).toEqual(["a1", "a2", "a3", "a4"])
    own.close()
  }, 120_000)

  it("hands in, takes back, hands in again; reveals when both have", async () => {
    const handIn = { passage, idempotencyKey: "a-1" }
    const path = `/api/sources/${source}/hand-ins`
    expect(await owner.ask("POST", path, handIn)).toMatchObject({ revision: 1, revealed: false })
    await kill()
    expect(await owner.ask("POST", path, handIn)).toMatchObject({ revision: 1, revealed: false })
    expect(await owner.ask("DELETE", path, { passage })).toEqual({ revision: 2 })
    await kill()
    expect(await owner.ask("POST", path, { passage, idempotencyKey: "a-2" })).toMatchObject({
      revision: 3,
      revealed: false,
    })
    expect((await review(ben)).flags).toEqual({})
    expect(JSON.stringify(await review(ben))).not.toContain("ouvrir la porte")
    await kill()
    expect(await ben.ask("POST", path, { passage, idempotencyKey: "b-1" })).toMatchObject({
      revision: 1,
      revealed: true,
    })
    expect(JSON.stringify(await ben.ask("GET", `/api/projects/${project}/codes`))).toContain(
      "ouvrir la porte",
    )
    await kill()
    const { flags, agreements } = await review(ben)
    expect(
      Object.values<any>(flags)
        .map((each) => each.kind)
        .sort(),
    ).toEqual(["code", "code", "omission"])
    expect(Object.values(agreements)).toHaveLength(1)
    expect((await owner.call("DELETE", path, { passage })).body.code).toBe("already-revealed")
  }, 120_000)

  it("shows the reveal live in the review room, which no client can write", async () => {
    const room = await ben.room(`review/${source}`)
    expect(room.doc.getMap("flags").size).toBe(3)
    room.doc.getMap("flags").set("mine", { id: "mine" })
    const other = await owner.room(`review/${source}`)
    expect(other.doc.getMap("flags").has("mine")).toBe(false)
    room.close()
    other.close()
  }, 60_000)

  it("proposes and accepts; the same idea in other words merges two codes and can be undone", async () => {
    const door = await flag("code", "ouvrir cette porte")
    const verdict = { kind: "same-idea", by: "merging", from: "code-a", into: "code-b" }
    const proposed = await owner.ask("POST", `${door.path}/proposals`, {
      verdict,
      reason: "La porte, c’est ne pas dire.",
    })
    expect(proposed).toMatchObject({ resolved: false })
    await kill()
    const now = await flag("code", "ouvrir cette porte")
    expect(now.standing.is).toBe("proposed")
    expect(
      (
        await owner.call("POST", `${door.path}/acceptances`, {
          proposal: proposed.proposal,
          revision: proposed.revision,
        })
      ).body.code,
    ).toBe("own-proposal")
    expect(
      (await ben.call("POST", `${door.path}/acceptances`, { proposal: proposed.proposal, revision: 99 })).body
        .code,
    ).toBe("stale-revision")
    await ben.ask("POST", `${door.path}/acceptances`, {
      proposal: proposed.proposal,
      revision: proposed.revision,
    })
    await kill()
    const after = await review(ben)
    expect(after.flags[door.id].standing).toMatchObject({ is: "resolved", resolution: { how: "consensus" } })
    const { merges } = await ben.ask("GET", `/api/projects/${project}/codes`)
    expect(Object.values(merges)).toHaveLength(1)
    await ben.ask("DELETE", `${door.path}/resolution`)
    await kill()
    expect((await review(ben)).flags[door.id].standing.is).toBe("proposed")
  }, 120_000)

  it("refers and rules, with a reason", async () => {
    const fear = await flag("code", "De la peur")
    await ben.ask("POST", `${fear.path}/referrals`, { reason: "Peur ou temps ?" })
    await kill()
    const reading = { verdict: { kind: "reading", of: "a" } }
    expect((await owner.call("POST", `${fear.path}/rulings`, { ...reading, reason: "moi" })).status).toBe(403)
    expect((await claire.call("POST", `${fear.path}/rulings`, { ...reading, reason: "" })).body.code).toBe(
      "reason-missing",
    )
    await claire.ask("POST", `${fear.path}/rulings`, { ...reading, reason: "Il nomme la peur." })
    await kill()
    expect((await review(owner)).flags[fear.id].standing).toMatchObject({
      is: "resolved",
      resolution: { how: "adjudication", reason: "Il nomme la peur.", by: [claire.id] },
    })
  }, 120_000)

  it("counts it all in one tree, and exports it", async () => {
    const { counts } = await claire.ask("GET", `/api/projects/${project}/tree`)
    expect(counts[codes.hériter!].own).toMatchObject({ a: 1, b: 1, agreed: 1 })
    expect(counts[codes.peur!].own).toMatchObject({ a: 2, resolved: 1, open: 1 })
    const exported = await claire.ask("GET", `/api/projects/${project}/export?format=json`)
    expect(exported.sources[0].disagreements).toHaveLength(3)
    expect(JSON.stringify(exported)).toContain("Il nomme la peur.")
  }, 60_000)
})
