import { Refusal } from "../refusal"

/** Throws where what is to be deleted was not written by the name it has: then it was not meant (S61). */
export function demandNamed(field: "name" | "title", has: string | undefined, written: string): void {
  if (has?.trim() === written.trim()) return
  throw new Refusal("invalid-body", { errors: [{ path: field, message: `not the ${field} it has` }] })
}
