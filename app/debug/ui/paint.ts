/** Which words of which element are painted how. */
export interface Painted {
  readonly id: string
  readonly as: string
  readonly from: string
  readonly to: string
}

const order = ["nonverbal", "mine-1", "mine-2", "mine-3", "disputed", "chosen", "playing", "line-a", "line-b"]

/** Paints words found by their text, for the gallery alone; gives back the way to wipe them. */
export function paint(words: readonly Painted[]): () => void {
  for (const name of order) {
    const ranges = words.filter(({ as }) => as === name).map(rangeOf)
    const highlight = new Highlight(...ranges)
    highlight.priority = order.indexOf(name)
    CSS.highlights.set(name, highlight)
  }
  return () => {
    for (const name of order) CSS.highlights.delete(name)
  }
}

function rangeOf({ id, from, to }: Painted): Range {
  const text = document.getElementById(id)?.firstChild
  if (!(text instanceof Text)) throw new Error(`no words in ${id}`)
  const start = text.data.indexOf(from)
  const range = new Range()
  range.setStart(text, start)
  range.setEnd(text, text.data.indexOf(to, start) + to.length)
  return range
}
