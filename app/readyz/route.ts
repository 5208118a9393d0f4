import { sql } from "drizzle-orm"
import { services } from "../../server/services"

/** Its database answers, and what is written reaches the disk. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "no-store" }
  try {
    const { db, disk } = services()
    await db.execute(sql`select 1`)
    const trouble = disk.trouble()
    if (trouble !== null) return new Response(`not ready: ${trouble}\n`, { status: 503, headers })
    return new Response("ready\n", { headers })
  } catch {
    return new Response("not ready\n", { status: 503, headers })
  }
}

export const dynamic = "force-dynamic"
