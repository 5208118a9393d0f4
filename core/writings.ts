/** Two texts that were written in each other's place, as one that keeps all words of both: one below the other. */
export function bothTexts(first: string, second: string): string {
  if (second.includes(first)) return second
  return first.includes(second) ? first : `${first}\n\n${second}`
}
