/** For each of some words the one of the others that it is paired with in a longest common sequence, or null. */
export function aligned(ones: readonly string[], others: readonly string[]): (number | null)[] {
  const longest = ones
    .map(() => new Uint16Array(others.length + 1))
    .concat(new Uint16Array(others.length + 1))
  for (let i = ones.length - 1; i >= 0; i--) {
    for (let j = others.length - 1; j >= 0; j--) {
      longest[i]![j] =
        ones[i] === others[j]
          ? longest[i + 1]![j + 1]! + 1
          : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!)
    }
  }
  const pairs: (number | null)[] = ones.map(() => null)
  for (let i = 0, j = 0; i < ones.length && j < others.length; ) {
    if (ones[i] === others[j]) pairs[i++] = j++
    else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i++
    else j++
  }
  return pairs
}
