import { timingSafeEqual } from "node:crypto"
import { services } from "../../server/services"

/**
 * Figures for whoever operates the machine, with the token they set; without one there is no such page. Sums only:
 * nothing that tells one room or person from another (B11).
 */
export function GET(request: Request): Response {
  const { env, live } = services()
  const sent = request.headers.get("authorization")?.replace(/^Bearer /i, "") ?? ""
  if (env.metricsToken === null || !same(sent, env.metricsToken))
    return new Response("not found\n", { status: 404 })
  const { rooms, sockets } = live.stats()
  const { rss, heapUsed } = process.memoryUsage()
  const figures = [
    ["binome_rooms", "Documents open", rooms],
    ["binome_sockets", "Sockets open", sockets],
    ["process_resident_memory_bytes", "Resident memory", rss],
    ["process_heap_used_bytes", "Heap in use", heapUsed],
    ["process_uptime_seconds", "Time since the start", Math.round(process.uptime())],
  ] as const
  const text = figures.map(
    ([name, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`,
  )
  return new Response(text.join(""), {
    headers: { "content-type": "text/plain; version=0.0.4", "cache-control": "private, no-store" },
  })
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

export const dynamic = "force-dynamic"
