/**
 * The one way into the API. A route says what it stands for and what it needs; the door finds out who is asking,
 * asks `accessTo`, reads the body once by its schema, and answers refusals as problem documents. Every handler
 * carries its rule, from which the authorisation matrix and the OpenAPI description are made.
 */
import type { z } from "zod"
import { accessTo, type Door, type Member, type Room } from "../core/access"
import type { ProjectId } from "../core/model"
import { storable } from "../core/text"
import { type Bound, demandWithin } from "./bounds"
import { type Location, locate } from "./places"
import { readJson } from "./readJson"
import { problemResponse, Refusal } from "./refusal"
import { type Services, services } from "./services"
import { type Caller, whoIs } from "./session"
import { isStorageFailure } from "./storageFailure"

type PlaceKind = Door["kind"] | Exclude<Room["kind"], "layer">

export type Rule = {
  readonly summary: string
  readonly body?: z.ZodType
  /** What it counts as where it is dear. */
  readonly bound?: Bound
} & (
  | { readonly for: "anyone" | "signed-in" }
  | { readonly for: "members"; readonly place: PlaceKind; readonly need: "read" | "write" }
)

type BodyOf<R extends Rule> = R extends { body: z.ZodType<infer B> } ? B : undefined

export interface Asked<R extends Rule> {
  readonly services: Services
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
  readonly body: BodyOf<R>
  /** Null only where the rule is for anyone. */
  readonly caller: R extends { for: "anyone" } ? Caller | null : Caller
  readonly member: R extends { for: "members" } ? Member : null
  readonly project: R extends { for: "members" } ? ProjectId : null
  /** The source the path leads to; null where it leads to a project. */
  readonly location: R extends { for: "members" } ? Location : null
}

type Handler = ((
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>) & {
  readonly rule: Rule
}

/** Answers `Response` as it is, anything else as JSON (201 for POST, 200 otherwise, 204 for undefined). */
export function door<const R extends Rule>(rule: R, answer: (asked: Asked<R>) => Promise<unknown>): Handler {
  const handler = async (request: Request, context: { params: Promise<Record<string, string>> }) => {
    try {
      // Next gives none, rather than an empty record, where a path has none.
      const params = readParams((await context.params) as Record<string, string> | undefined)
      const entered = await enter(services(), rule, request, params)
      const body = rule.body ? await readBody(request, rule.body) : undefined
      const answered = await answer({ ...entered, request, params, body } as unknown as Asked<R>)
      return answered instanceof Response ? answered : json(answered, request.method)
    } catch (error) {
      if (error instanceof Refusal) return problemResponse(error)
      const path = pathToTell(request.url, (await context.params) as Record<string, string> | undefined)
      services().log.error({ err: error, path }, "a route failed")
      if (isStorageFailure(error)) return problemResponse(new Refusal("not-saved"))
      return new Response(JSON.stringify({ type: "about:blank", title: "internal error", status: 500 }), {
        status: 500,
        headers: { "content-type": "application/problem+json", "cache-control": "private, no-store" },
      })
    }
  }
  return Object.assign(handler, { rule })
}

/**
 * Lets a request in or throws the refusal; also for the routes that the custom server answers itself. `params` null:
 * the path names nothing.
 */
export async function enter(
  services: Services,
  rule: Rule,
  request: Pick<Request, "headers" | "method">,
  params: Readonly<Record<string, string>> | null,
) {
  const isRead = request.method === "GET" || request.method === "HEAD"
  // To delete makes room.
  if (!isRead && request.method !== "DELETE") services.disk.demandRoom()
  const caller = await whoIs(services, request.headers)
  if (caller?.mayWrite === false && !isRead) throw new Refusal("not-allowed")
  if (rule.for === "anyone") {
    if (!params) throw new Refusal("not-found")
    demandWithin(services, rule.bound, { caller, headers: request.headers })
    return { services, caller, member: null, project: null, location: null }
  }
  // Work that waited for a line is its author's, whoever has signed in on that browser meanwhile.
  const meant = request.headers.get("x-binome-member")
  if (!caller || (meant !== null && meant !== caller.id)) throw new Refusal("not-signed-in")
  if (caller.by === "cookie" && !isRead) {
    if (!sameOrigin(services, request.headers)) throw new Refusal("wrong-origin")
  }
  if (!params) throw new Refusal("not-found")
  if (rule.for !== "members") {
    demandWithin(services, rule.bound, { caller, headers: request.headers })
    return { services, caller, member: null, project: null, location: null }
  }
  const location = await locate(services, params)
  const member = location && (await location.memberOf(caller.id))
  if (!location || !member) throw new Refusal("not-found")
  const access = accessTo(placeOf(rule.place, location, params), member)
  if (access === "none") {
    const isSeen = rule.need === "write" && knows(rule.place) && knowsOf(member, location, params)
    throw new Refusal(isSeen ? "not-allowed" : "not-found")
  }
  if (rule.need === "write" && access !== "write") throw new Refusal("not-allowed")
  demandWithin(services, rule.bound, { caller, headers: request.headers })
  return { services, caller, member, project: location.project, location }
}

/** Where it failed, as it may stand in the log: a link's secret lets in whoever reads it there. */
function pathToTell(url: string, params: Record<string, string> = {}): string {
  const parts = new URL(url).pathname.split("/")
  return parts.map((part) => (part === params.secret ? "…" : part)).join("/")
}

/** Doors a member sees from outside: to be refused there tells them nothing about anyone's work. */
function knows(place: PlaceKind): boolean {
  return [
    "settings",
    "sending",
    "giving",
    "codes",
    "coding",
    "transcribing",
    "correcting",
    "ruling",
    "queue",
  ].includes(place)
}

/** That there is a disagreement is revealed to those who read the review, and to nobody else (B13). */
function knowsOf(
  member: Member,
  { source }: Pick<Location, "source">,
  params: Readonly<Record<string, string>>,
): boolean {
  if (params.disagreement === undefined || source === null) return true
  return accessTo({ kind: "review", source }, member) !== "none"
}

function placeOf(
  kind: PlaceKind,
  { project, source, memo }: Pick<Location, "project" | "source" | "memo">,
  params: Readonly<Record<string, string>>,
): Door | Room {
  switch (kind) {
    case "project":
    case "settings":
    case "sending":
    case "codes":
    case "memos":
    case "guide":
    case "participants":
    case "queue":
    case "export":
    case "agreement":
    case "audit":
      return { kind }
    case "codebook":
    case "tree":
      return { kind, project }
    case "memo":
      if (params.memo === undefined) throw new Refusal("not-found")
      return { kind, memo: params.memo, facts: memo }
    default:
      if (source === null) throw new Refusal("not-found")
      return { kind, source }
  }
}

/** A browser says where a request comes from; what comes with a cookie from elsewhere is not our page asking. */
export function sameOrigin(services: Pick<Services, "env">, headers: Headers): boolean {
  const origin = headers.get("origin")
  if (origin === null)
    return headers.get("sec-fetch-site") === null || headers.get("sec-fetch-site") === "same-origin"
  if (services.env.publicUrl && origin === new URL(services.env.publicUrl).origin) return true
  return URL.canParse(origin) && new URL(origin).host === headers.get("host")
}

/** What a path names; null where it can name nothing: not decodable, or not to be looked for in any database. */
function readParams(
  encoded: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> | null {
  try {
    const read = Object.entries(encoded ?? {}).map(
      ([name, value]) => [name, decodeURIComponent(value)] as const,
    )
    return read.every(([, value]) => value === storable(value)) ? Object.fromEntries(read) : null
  } catch {
    return null
  }
}

async function readBody(request: Request, schema: z.ZodType): Promise<unknown> {
  let sent: unknown = {}
  const text = await request.text()
  try {
    if (text !== "") sent = readJson(text)
  } catch {
    throw new Refusal("invalid-body", { reason: "not JSON" })
  }
  const parsed = schema.safeParse(sent)
  if (!parsed.success) {
    throw new Refusal("invalid-body", {
      errors: parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
    })
  }
  return parsed.data
}

function json(value: unknown, method: string): Response {
  const headers = { "cache-control": "private, no-store" }
  if (value === undefined) return new Response(null, { status: 204, headers })
  return Response.json(value, { status: method === "POST" ? 201 : 200, headers })
}
