import { noteWhoIsHere } from "../_device/here"
import { wipeLeaver } from "../_device/leavers"
import { answerOf, ask, Problem } from "../_sync/api"

/**
 * Signs out in every tab, wipes what this browser kept for the member (B6), and goes to the sign-in page or elsewhere.
 * Unless the server says that it is done nothing happens and a Problem is thrown: a session that still stands would
 * only look closed, and what waits would be wiped for nothing.
 */
export async function signOut(member: string, next = "/sign-in"): Promise<void> {
  try {
    const { csrfToken } = await ask<{ csrfToken: string }>("GET", "/api/auth/csrf")
    const body = new URLSearchParams({ csrfToken, json: "true" })
    await answerOf(await fetch("/api/auth/signout", { method: "POST", body }))
  } catch (error) {
    throw error instanceof Problem ? error : new Problem("offline", 0, {})
  }
  noteWhoIsHere(null)
  await wipeLeaver(member)
  location.assign(next)
}
