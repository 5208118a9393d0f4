import type { Device } from "./device"
import { openDevice } from "./openDevice"
import { wipeCopies } from "./wipe"

/** Who was signed in here before, and whose copies are still to be wiped. */
const PLACE = "binome:guests"

/** Notes that somebody's copies are to go; as long as they have not, every page that is opened tries again. */
export function noteGuest(member: string): void {
  write([...new Set([...guests(), member])])
}

/**
 * Wipes what the guests before this member can read again from the server, and keeps what waits to be sent (S28).
 * Whoever is back is no guest any more.
 */
export async function forgetGuests(
  member: string,
  open: (member: string) => Promise<Device> = openDevice,
): Promise<void> {
  write(guests().filter((guest) => guest !== member))
  for (const guest of guests()) {
    if (await forget(guest, open)) write(guests().filter((each) => each !== guest))
  }
}

/** False where their storage did not open, or did not let itself be wiped. */
async function forget(guest: string, open: (member: string) => Promise<Device>): Promise<boolean> {
  const device = await open(guest)
  try {
    if (!device.lasts) return false
    await wipeCopies(device)
    return true
  } catch {
    return false
  } finally {
    device.close()
  }
}

function guests(): readonly string[] {
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
    // A browser that lends no storage has kept nothing of anybody.
  }
}
