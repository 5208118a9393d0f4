import { newId } from "./newId"

const nameFor = (member: string) => `binome:${member}:bell`

/** Tells a member's other tabs that something on the device has changed; not what (B6). */
export function ringBell(member: string): void {
  try {
    localStorage.setItem(nameFor(member), newId())
  } catch {
    // No storage, and so nothing that another tab could read.
  }
}

/** Hears the bell of other tabs; answers its remover. */
export function whenRung(member: string, rung: () => void): () => void {
  const hear = ({ key }: StorageEvent) => {
    if (key === nameFor(member)) rung()
  }
  window.addEventListener("storage", hear)
  return () => window.removeEventListener("storage", hear)
}
