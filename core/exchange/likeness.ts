/** Whether two labels could be one, written with care once and in haste once. */
export function looksLike(label: string, other: string): boolean {
  if (bare(label) === bare(other)) return true
  const [ours, theirs] = [letters(label), letters(other)]
  // P1 and P2 are one letter apart and two people: the numbers must be the same, and the letters more than initials.
  return (
    digits(label) === digits(other) && Math.min(ours.length, theirs.length) >= 3 && oneApart(ours, theirs)
  )
}

/** Written the same but for capitals, accents, spaces and dots. */
export function sameButDress(label: string, other: string): boolean {
  return bare(label) === bare(other)
}

function bare(label: string): string {
  return label
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
}

const letters = (label: string) => bare(label).replace(/\p{N}/gu, "")
const digits = (label: string) => bare(label).replace(/\P{N}/gu, "")

/** One letter added, left out, replaced, or two neighbours swapped. */
function oneApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let from = 0
  while (from < short.length && short[from] === long[from]) from++
  const [shortRest, longRest] = [short.slice(from), long.slice(from)]
  if (short.length < long.length) return shortRest === longRest.slice(1)
  const swapped = shortRest[0] === longRest[1] && shortRest[1] === longRest[0]
  return shortRest.slice(1) === longRest.slice(1) || (swapped && shortRest.slice(2) === longRest.slice(2))
}
