export type SignIn = "entered" | "wrong" | "too-many-attempts" | "offline"

/** Tries an address and a password; on success the browser holds the session's cookie. */
export async function signIn(email: string, password: string): Promise<SignIn> {
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf", { cache: "no-store" })).json()) as {
      csrfToken: string
    }
    const response = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
    })
    const { url } = (await response.json()) as { url?: string }
    // next-auth names what went wrong in the address it would have gone to.
    const error = url && new URL(url, location.href).searchParams.get("error")
    if (response.ok && !error) return "entered"
    return error === "too-many-attempts" ? error : "wrong"
  } catch {
    return "offline"
  }
}
