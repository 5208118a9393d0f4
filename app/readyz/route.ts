import { sql } from "drizzle-orm"
import { services } from "../../server/services"

/** Its database answers too. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "no-store" }
  try {
    await services().db.execute(sql`select 1`)
    return new Response("ready\n", { headers })
  } catch {
    return new Response("not ready\n", { status: 503, headers })
  }
}

export const dynamic = "force-dynamic"
