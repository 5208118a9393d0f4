import { noteWhoIsHere } from "../_device/here"
import { wipe } from "../_device/wipe"
import { Problem } from "../_sync/api"

/**
 * Signs out in every tab, wipes what this browser kept for the member (B6), and goes to the sign-in page or elsewhere. Without a connection
 * nothing happens and a Problem is thrown: a session that still stands would only look closed.
 */
export async function signOut(member: string, next = "/sign-in"): Promise<void> {
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf", { cache: "no-store" })).json()) as {
      csrfToken: string
    }
    const body = new URLSearchParams({ csrfToken, json: "true" })
    await fetch("/api/auth/signout", { method: "POST", body })
  } catch {
    throw new Problem("offline", 0, {})
  }
  noteWhoIsHere(null)
  await wipe(member)
  location.assign(next)
}
