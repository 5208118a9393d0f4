import { whoIsHere } from "./here"
import { createNoted } from "./noted"
import { wipe } from "./wipe"

/** Who has signed out here, and is not wiped yet. */
const leavers = createNoted("binome:leavers")

/** Wipes all that is kept for a member who has signed out; as long as it has not worked, every page tries again (S27). */
export async function wipeLeaver(member: string): Promise<void> {
  leavers.add(member)
  if (await wipe(member)) leavers.drop(member)
}

/** Tries again for all who have signed out; whoever is back keeps what they have, until they sign out again. */
export async function wipeLeavers(): Promise<void> {
  for (const member of leavers.all()) if (member === whoIsHere() || (await wipe(member))) leavers.drop(member)
}
