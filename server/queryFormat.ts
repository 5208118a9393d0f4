import { Refusal } from "./refusal"

/** What a request asks for by `format`; without it, JSON. */
export function tableOrJson(request: Pick<Request, "url">): "csv" | "json" {
  const format = new URL(request.url).searchParams.get("format") ?? "json"
  if (format === "csv" || format === "json") return format
  throw new Refusal("invalid-body", { errors: [{ path: "format", message: "csv or json" }] })
}
