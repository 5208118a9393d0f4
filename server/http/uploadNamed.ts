import { id } from "../bodies"
import { Refusal } from "../refusal"

/** Which upload a query or a form names, null for none; refused where it can name nothing. */
export function uploadNamed(said: string | null): string | null {
  if (said === null) return null
  const read = id.safeParse(said)
  if (read.success) return read.data
  throw new Refusal("invalid-body", {
    errors: read.error.issues.map(({ message }) => ({ path: "upload", message })),
  })
}
