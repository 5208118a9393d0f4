import { whoIsHere } from "./here"
import { wipe } from "./wipe"

/** Who has signed out here, and is not wiped yet. */
const PLACE = "binome:leavers"

/** Wipes all that is kept for a member who has signed out; as long as it has not worked, every page tries again (S27). */
export async function wipeLeaver(member: string): Promise<void> {
  write([...new Set([...leavers(), member])])
  if (await wipe(member)) write(leavers().filter((each) => each !== member))
}

/** Tries again for all who have signed out; whoever is back keeps what they have, until they sign out again. */
export async function wipeLeavers(): Promise<void> {
  for (const member of leavers())
    if (member === whoIsHere() || (await wipe(member))) write(leavers().filter((each) => each !== member))
}

function leavers(): readonly string[] {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? "[]") as string[]
  } catch {
    return []
  }
}

function write(members: readonly string[]): void {
  try {
    if (members.length === 0) localStorage.removeItem(PLACE)
    else localStorage.setItem(PLACE, JSON.stringify(members))
  } catch {
    // A browser that lends no storage is asked once.
  }
}
