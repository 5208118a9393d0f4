import { microphoneAt } from "../_device/names"

/** The microphone a member chose last on this device; null: the one that the browser takes. */
export function usualMicrophone(member: string): string | null {
  try {
    return localStorage.getItem(microphoneAt(member))
  } catch {
    return null
  }
}

export function keepUsualMicrophone(member: string, id: string | null): void {
  try {
    if (id === null) localStorage.removeItem(microphoneAt(member))
    else localStorage.setItem(microphoneAt(member), id)
  } catch {
    // A browser that lends no storage asks anew each time.
  }
}
