import type { Device } from "../_device/device"
import { wipeCopies, wipeRoom } from "../_device/wipe"
import { ask } from "./api"
import type { Refused } from "./connect"

/**
 * Wipes what a refusal says is not to be kept (B6). Work that waits is kept for a member whose session has ended, and
 * goes where a room is theirs no more. Answers which of the two it was: somebody else may have signed in meanwhile,
 * and what is refused to them is not refused to the member.
 */
export async function forgetRefused(
  device: Device,
  { room, because }: { readonly room: string; readonly because: Refused },
): Promise<Refused> {
  const isHere = because === "not-allowed" && (await isSignedIn(device.member))
  if (isHere) await wipeRoom(device, room)
  else await wipeCopies(device)
  return isHere ? "not-allowed" : "signed-out"
}

async function isSignedIn(member: string): Promise<boolean> {
  const me = await ask<{ id?: string }>("GET", "/api/me").catch(() => null)
  return me?.id === member
}
