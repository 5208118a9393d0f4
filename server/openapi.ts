import { z } from "zod"
import { type Bound, bounds } from "./bounds"
import type { Rule } from "./door"
import { RAW_ROUTES } from "./http/rawRoutes"
import { refusals } from "./refusal"

/** One way of asking for something, with its rule. */
export interface Operation {
  readonly method: string
  /** `/api/sources/{source}/review` */
  readonly path: string
  readonly rule: Rule
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const

/** The operations of route modules, each handler with the rule it carries; throws for one that carries none. */
export function operationsOf(routes: Readonly<Record<string, object>>): Operation[] {
  const byNext = Object.entries(routes).flatMap(([path, module]) =>
    methods.flatMap((method) => {
      const handler = (module as Record<string, { rule?: Rule } | undefined>)[method]
      if (!handler) return []
      if (!handler.rule) throw new Error(`${method} ${path} has no rule`)
      return [{ method, path, rule: handler.rule }]
    }),
  )
  const raw = RAW_ROUTES.flatMap(({ methods, path, rule }) =>
    methods.map((method) => ({ method, path, rule })),
  )
  return [...byNext, ...raw]
}

/** The API described by OpenAPI 3.1, made from the rules and schemas that the doors themselves use. */
export function describeApi(operations: readonly Operation[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const { method, path, rule } of operations) {
    paths[path] ??= {}
    paths[path][method.toLowerCase()] = operation(path, rule)
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Binôme",
      version: "1",
      description:
        "The API that the pages themselves use. Sign in by the cookie of next-auth (`credentials`), or send a personal access token as `Authorization: Bearer`. Refusals are problem documents (RFC 9457) whose `code` says why; what one may not know of and what does not exist answer alike.",
    },
    paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        cookie: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
      },
      schemas: {
        Problem: {
          type: "object",
          required: ["type", "title", "status"],
          properties: {
            type: { type: "string" },
            title: { type: "string" },
            status: { type: "integer" },
            code: { type: "string", enum: Object.keys(refusals) },
          },
        },
      },
    },
    security: [{ token: [] }, { cookie: [] }],
  }
}

function operation(path: string, rule: Rule): object {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }))
  const problem = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } }
  return {
    summary: rule.summary,
    description: whoMay(rule),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(rule.body
      ? { requestBody: { content: { "application/json": { schema: schemaOf(rule.body) } } } }
      : {}),
    ...(rule.for === "anyone" ? { security: [] } : {}),
    responses: {
      ...(rule.bound ? { 429: { description: howOften(rule.bound), content: problem } } : {}),
      default: { description: "Refused: `code` says why", content: problem },
      "2XX": { description: "Done" },
    },
  }
}

function howOften(bound: Bound): string {
  const { atOnce, perHour } = bounds[bound]
  return `Asked more than ${atOnce} times at once, or than ${perHour} an hour: \`Retry-After\` says in how many seconds again. Counted together with all that is bounded as ${bound}, for one person or, where nobody is signed in, one address.`
}

function whoMay(rule: Rule): string {
  if (rule.for === "anyone") return "For anyone."
  if (rule.for !== "members") return "For whoever is signed in, about themselves."
  return `For members whom accessTo("${rule.place}") lets ${rule.need}.`
}

function schemaOf(body: z.ZodType): object {
  return z.toJSONSchema(body, { io: "input", unrepresentable: "any" })
}
