import { services } from "../../server/services"

/** Its database answers, and what is written reaches the disk. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "no-store" }
  const trouble = await services().ready()
  if (trouble !== null) return new Response(`not ready: ${trouble}\n`, { status: 503, headers })
  return new Response("ready\n", { headers })
}

export const dynamic = "force-dynamic"
