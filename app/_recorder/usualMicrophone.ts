import { microphoneAt } from "../_device/names"
import type { Microphone } from "./microphone"

/** The microphone a member chose last on this device; null: the one that the browser takes. */
export function usualMicrophone(member: string): Microphone | null {
  try {
    const { id, name } = JSON.parse(localStorage.getItem(microphoneAt(member)) ?? "null") ?? {}
    return typeof id === "string" && typeof name === "string" ? { id, name } : null
  } catch {
    return null
  }
}

/** That one among those that are here. By its name too: some browsers call each anew with every visit. */
export function foundAmong(all: readonly Microphone[], asked: Microphone | null): Microphone | null {
  if (asked === null) return null
  return all.find(({ id }) => id === asked.id) ?? all.find(({ name }) => name === asked.name) ?? null
}

export function keepUsualMicrophone(member: string, chosen: Microphone | null): void {
  try {
    if (chosen === null) localStorage.removeItem(microphoneAt(member))
    else localStorage.setItem(microphoneAt(member), JSON.stringify({ id: chosen.id, name: chosen.name }))
  } catch {
    // A browser that lends no storage asks anew each time.
  }
}
