/** Who is signed in on this browser, as its pages know it: what opens without a network is opened for them. */
const PLACE = "binome:here"

export function whoIsHere(): string | null {
  try {
    return localStorage.getItem(PLACE)
  } catch {
    return null
  }
}

/** Notes who is here, null for nobody; every other tab hears it. */
export function noteWhoIsHere(member: string | null): void {
  try {
    if (member === null) localStorage.removeItem(PLACE)
    else localStorage.setItem(PLACE, member)
  } catch {
    // A browser that lends no storage opens nothing without a network.
  }
}

/** Hears from another tab that somebody else is here, or nobody; answers its remover. */
export function whenAnotherIsHere(member: string, heard: (other: string | null) => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key === PLACE && newValue !== member) heard(newValue)
  }
  window.addEventListener("storage", hear)
  return () => window.removeEventListener("storage", hear)
}
