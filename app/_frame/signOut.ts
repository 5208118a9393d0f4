/** Signs out, forgets what this device kept for the member (B6), and shows the sign-in page. */
export async function signOut(member: string): Promise<void> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf", { cache: "no-store" })).json()) as {
    csrfToken: string
  }
  await fetch("/api/auth/signout", { method: "POST", body: new URLSearchParams({ csrfToken, json: "true" }) })
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith("binome:") && key.endsWith(`:${member}`)) localStorage.removeItem(key)
  }
  location.assign("/sign-in")
}
