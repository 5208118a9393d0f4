import type { Device } from "../_device/device"
import { holdsRecordings } from "../_recorder/holdsRecordings"
import type { Outgoing } from "../_sync/createOutgoing"

/**
 * Whether something on this device would be lost with it (S27). Refused commands count too: they are kept for their
 * author to read, and so does what a window could not keep on the device, and what was recorded here. What cannot be read counts: it may hold
 * anything.
 */
export async function holdsUnsent(device: Device | null, outgoing: Outgoing | null): Promise<boolean> {
  if (!device) return true
  if (outgoing?.isAlone() || (outgoing?.outbox.read().waiting.length ?? 0) > 0) return true
  const [updates, commands, recorded] = await Promise.all([
    hasOn(device, "updates"),
    hasOn(device, "commands"),
    holdsRecordings(device.member),
  ])
  return updates || commands || recorded
}

function hasOn(device: Device, shelf: "updates" | "commands"): Promise<boolean> {
  return device.all(shelf).then(
    (kept) => kept.length > 0,
    () => true,
  )
}
