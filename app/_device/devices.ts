import type { Device } from "./device"
import { openDevice } from "./openDevice"

/** The devices of one window. */
export interface Devices {
  /** The member's device: the same on every page of the window. Whoever was here before has theirs closed. */
  of(member: string): Promise<Device>
}

/**
 * Opens a device once for all pages of a window: what is nowhere but in the window is not to go with one of its pages.
 * A browser that lent no storage is asked again as long as nothing waits in the window instead.
 */
export function createDevices(open: (member: string) => Promise<Device> = openDevice): Devices {
  let held: { readonly member: string; readonly device: Promise<Device> } | null = null
  return {
    of(member) {
      const before = held
      const isSame = before?.member === member
      if (before && !isSame) void before.device.then((device) => device.close())
      const device = isSame ? before.device.then((known) => knownOr(open, known)) : open(member)
      held = { member, device }
      return device
    },
  }
}

async function knownOr(open: (member: string) => Promise<Device>, known: Device): Promise<Device> {
  if (known.lasts) return known
  const waiting = await Promise.all([known.all("updates"), known.all("commands")])
  return waiting.some((shelf) => shelf.length > 0) ? known : open(known.member)
}
