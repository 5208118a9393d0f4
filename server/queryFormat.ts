import type { AskedAgreement } from "../core/agreement/project/asked"
import { readAsked } from "../core/agreement/project/query"
import { Refusal } from "./refusal"

/** What a request asks for by `format`; without it, JSON. */
export function tableOrJson(request: Pick<Request, "url">): "csv" | "json" {
  const format = new URL(request.url).searchParams.get("format") ?? "json"
  if (format === "csv" || format === "json") return format
  throw new Refusal("invalid-body", { errors: [{ path: "format", message: "csv or json" }] })
}

/** What a request asks of agreement; `besides` names what else it may hold. */
export function readAskedOf(request: Pick<Request, "url">, besides: readonly string[] = []): AskedAgreement {
  const read = readAsked(new URL(request.url).searchParams, besides)
  if ("problems" in read) throw new Refusal("invalid-body", { errors: read.problems })
  return read.asked
}
