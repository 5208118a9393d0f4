/** Everybody who may knock, and two projects that hold one of everything: for tests of who may do what. */
import { randomUUID } from "node:crypto"
import { Readable } from "node:stream"
import { eq } from "drizzle-orm"
import { encode } from "next-auth/jwt"
import type { Sharing } from "../../core/memos"
import type { MemberId, ProjectRole } from "../../core/model"
import { somebody } from "../../core/participants/model"
import { anchorTo } from "../../core/ydoc/anchors"
import {
  disagreement,
  guide,
  invitation,
  laterReading,
  memberCheck,
  memberComment,
  membership,
  memo,
  merge,
  participant,
  participantVariable,
  pseudonym,
  session,
  textVersion,
  upload,
} from "../../db/schema"
import { createCode } from "../../server/commands/changeCodebook"
import { createSource } from "../../server/commands/createSource"
import { createToken } from "../../server/commands/createToken"
import { handIn } from "../../server/commands/handIn"
import { openTranscribing } from "../../server/commands/transcribe"
import { loadTranscript } from "../../server/documents"
import { hashSecret } from "../../server/session"
import { openSession } from "../../server/signIn"
import type { TestApp } from "./testApp"

export const callers = [
  "owner",
  "supervisor",
  "coderA",
  "coderB",
  "coderElsewhere",
  "observer",
  "former",
  "stranger",
  "anonymous",
  "revoked",
  "expired",
] as const
export type CallerName = (typeof callers)[number]

/** One project with its things; ids by the names that paths give them. */
export interface Place {
  readonly project: string
  readonly source: string
  /** Another source of the same coders, whose transcript is being corrected. */
  readonly transcribed: string
  readonly passage: string
  readonly disagreement: string
  readonly code: string
  /** Two memos of the first coder's. */
  readonly sharedMemo: string
  readonly privateMemo: string
  readonly coders: readonly [MemberId, MemberId]
}

export interface Cast {
  readonly headers: Readonly<Record<CallerName, Record<string, string>>>
  readonly ids: Readonly<Record<CallerName, MemberId>>
  /** Where the cast works; and a project of the stranger's, with people of its own. */
  readonly own: Place
  readonly other: Place
}

export async function openCast(app: TestApp): Promise<Cast> {
  const { db } = app.services
  const names = ["owner", "supervisor", "coderA", "coderB", "coderElsewhere", "observer", "former"] as const
  const people = Object.fromEntries(
    await Promise.all(
      [...names, "stranger", "revoked", "expired"].map(async (name) => [name, await app.person(name)]),
    ),
  ) as Record<Exclude<CallerName, "anonymous">, Awaited<ReturnType<TestApp["person"]>>>
  const project = await app.project(people.owner.id)
  const roles: [keyof typeof people, ProjectRole][] = [
    ["supervisor", "supervisor"],
    ["coderA", "coder"],
    ["coderB", "coder"],
    ["coderElsewhere", "coder"],
    ["observer", "observer"],
    ["former", "coder"],
    ["revoked", "owner"],
    ["expired", "owner"],
  ]
  for (const [name, role] of roles) await app.join(project, people[name].id, role)
  await db.update(membership).set({ leftAt: new Date() }).where(eq(membership.account, people.former.id))

  const own = await furnish(app, project, [people.coderA.id, people.coderB.id])
  await interview(app, project, [people.coderElsewhere.id])
  const [one, two] = [await app.person("Other One"), await app.person("Other Two")]
  const elsewhere = await app.project(people.stranger.id)
  for (const { id } of [one, two]) await app.join(elsewhere, id, "coder")
  const other = await furnish(app, elsewhere, [one.id, two.id])

  const sid = await openSession(app.services, people.revoked.id)
  await db.update(session).set({ revokedAt: new Date() }).where(eq(session.id, sid))
  const cookie = await encode({ token: { sid }, secret: app.services.env.authSecret! })
  await db
    .update(session)
    .set({ expiresAt: new Date(0) })
    .where(eq(session.account, people.expired.id))
  const bearers = Object.entries(people).map(([name, { token }]) => [
    name,
    { authorization: `Bearer ${token}` },
  ])
  const headers = {
    ...Object.fromEntries(bearers),
    anonymous: {},
    revoked: { cookie: `next-auth.session-token=${cookie}` },
  } as Cast["headers"]
  const ids = Object.fromEntries(
    callers.map((name) => [name, name === "anonymous" ? "nobody" : people[name].id]),
  )
  return { headers, ids: ids as Cast["ids"], own, other }
}

async function furnish(app: TestApp, project: string, coders: readonly [MemberId, MemberId]): Promise<Place> {
  const { services } = app
  const { id: code } = await createCode(services, {
    project,
    by: coders[0],
    name: "peur",
    parent: null,
    codable: true,
    definition: "",
    colour: null,
  })
  const made = await interview(app, project, coders)
  const { doc, text } = await loadTranscript(services, made.id)
  const anchor = anchorTo(doc, text, { from: 0, to: 5 })
  const coding = { id: randomUUID(), code, anchor, createdAt: "", memo: null, shareMemo: false }
  for (const [at, coder] of coders.entries()) {
    await handIn(services, {
      source: made.id,
      passage: made.passages[0]!,
      coder,
      codings: at === 0 ? [coding] : [],
      suggestedCodes: [],
      idempotencyKey: `${made.id} ${at}`,
      expectedRevision: null,
    })
  }
  const [flag] = await services.db.select().from(disagreement).where(eq(disagreement.source, made.id))
  const { id: transcribed } = await interview(app, project, coders)
  await openTranscribing(services, { source: transcribed, by: coders[0] })
  const memo = (sharing: Sharing) => insertedMemo(app, { project, author: coders[0], sharing })
  return {
    sharedMemo: await memo("shared"),
    privateMemo: await memo("private"),
    project,
    source: made.id,
    transcribed,
    passage: made.passages[0]!,
    disagreement: flag!.id,
    code,
    coders,
  }
}

/** Somebody in the table of participants. */
async function insertedPerson(app: TestApp, project: string, id: string): Promise<void> {
  const { seats: _, ...row } = somebody(id, "P1", 1)
  await app.services.db.insert(participant).values({ ...row, project })
}

/** A memo of somebody's, about nothing. */
export async function insertedMemo(
  app: TestApp,
  row: { readonly project: string; readonly author: MemberId; readonly sharing: Sharing },
): Promise<string> {
  const id = randomUUID()
  const kind = "theoretical"
  await app.services.db.insert(memo).values({ ...row, id, key: id, kind, title: "", changedAt: new Date() })
  return id
}

async function interview(app: TestApp, project: string, coders: readonly MemberId[]) {
  const { services } = app
  const key = services.ids.newId()
  await services.recordings.write(key, Readable.from([Buffer.alloc(100, 1)]), { maxBytes: 1_000 })
  return createSource(services, {
    project,
    by: coders[0]!,
    title: "M7",
    kind: "interview",
    blindness: "passage",
    coders,
    context: { who: "", where: "", how: "" },
    transcript: {
      speakers: [],
      turns: ["Words that are coded.", "More words."].map((text) => {
        return { speaker: null, startMs: null, endMs: null, text }
      }),
    },
    passages: [
      { fromTurn: 0, toTurn: 1 },
      { fromTurn: 1, toTurn: 2 },
    ],
    recording: { key, bytes: 100, mime: "audio/ogg", originalName: "m7.ogg", durationMs: null },
  })
}

/** What a path leads to in a place. Things that asking uses up are made anew. */
export async function paramsFor(
  app: TestApp,
  place: Place,
  caller: MemberId,
  path: string,
): Promise<Record<string, string>> {
  const { db } = app.services
  const id = randomUUID()
  const params: Record<string, string> = {}
  for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
    if (name! in place) params[name!] = place[name as "project"]
    else params[name!] = id
  }
  const by = place.coders[0]
  if ("check" in params || "comment" in params) {
    const row = { id, source: place.source, speaker: "p", scope: "own" as const, secretHash: id }
    await db.insert(memberCheck).values({ ...row, createdBy: by!, expiresAt: new Date(Date.now() + 60_000) })
    await db.insert(memberComment).values({ id, check: id, key: id, body: "No.", changedAt: new Date() })
    params.check &&= id
    params.comment &&= id
  }
  if ("merge" in params)
    await db.insert(merge).values({ id, project: place.project, how: "relating", from: "x", into: "y", by })
  if ("memo" in params)
    params.memo = await insertedMemo(app, { project: place.project, author: by!, sharing: "shared" })
  if ("guide" in params) {
    const row = { number: 1 + Math.floor(Math.random() * 1e9), questions: [], createdBy: by!, changedBy: by! }
    await db.insert(guide).values({ ...row, id, project: place.project, changedAt: new Date() })
  }
  if ("version" in params) {
    const kept = { kind: "named" as const, name: "As it was", transcript: { speakers: [], turns: [] } }
    await db.insert(textVersion).values({ ...kept, id, key: id, source: place.source, account: by! })
  }
  if ("pseudonym" in params) {
    const name = { name: id, folded: id, stands: "A" }
    await db.insert(pseudonym).values({ id, project: place.project, ...name })
  }
  if ("participant" in params) await insertedPerson(app, place.project, id)
  if ("variable" in params) {
    const row = { name: id, kind: "text" as const, unit: "", choices: [], order: 1 }
    await db.insert(participantVariable).values({ ...row, id, project: place.project })
  }
  if ("upload" in params && caller !== "nobody") {
    const file = { name: "m7.wav", bytes: 100, modifiedAt: 0, touchedAt: new Date() }
    await db.insert(upload).values({ ...file, id, project: place.project, account: caller })
  }
  if ("reading" in params) {
    const span = { from: 0, to: 1 }
    const row = {
      id,
      source: place.source,
      passage: place.passage,
      round: 2,
      by: path.endsWith("assent") ? by : caller,
    }
    await db
      .insert(laterReading)
      .values({ ...row, code: place.code, words: span, text: span, quote: "Words" })
  }
  if ("invitation" in params || "secret" in params) {
    const row = {
      id,
      project: place.project,
      role: "observer" as const,
      expiresAt: new Date(Date.now() + 60_000),
    }
    await db.insert(invitation).values({ ...row, secretHash: hashSecret(id) })
  }
  if ("member" in params) {
    const { id: passing } = await app.person(id)
    await app.join(place.project, passing, "observer")
    params.member = passing
  }
  if (("session" in params || "token" in params) && caller !== "nobody") {
    const kept = { account: caller, label: "another", days: 1 }
    params.session = params.token = (await createToken(app.services, kept)).id
  }
  return params
}
