import type { Device } from "./device"
import { createNoted } from "./noted"
import { openDevice } from "./openDevice"
import { wipeCopies } from "./wipe"

/** Who was signed in here before, and whose copies are still to be wiped. */
const guests = createNoted("binome:guests")

/** Notes that somebody's copies are to go; as long as they have not, every page that is opened tries again. */
export function noteGuest(member: string): void {
  guests.add(member)
}

/**
 * Wipes what the guests before this member can read again from the server, and keeps what waits to be sent (S28).
 * Whoever is back is no guest any more.
 */
export async function forgetGuests(
  member: string,
  open: (member: string) => Promise<Device> = openDevice,
): Promise<void> {
  guests.drop(member)
  for (const guest of guests.all()) if (await forget(guest, open)) guests.drop(guest)
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
