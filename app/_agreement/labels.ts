/** Words in a drawing, where nothing wraps and nothing is cut by itself. */

/** What a letter of the interface's face takes on average, as a part of its size. */
const LETTER = 0.5

export function widthOf(text: string, size: number): number {
  return LETTER * size * text.length
}

/** As much of a text as fits, the rest told by an ellipsis. */
export function fitting(text: string, width: number, size: number): string {
  const most = Math.max(1, Math.floor(width / (LETTER * size)))
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
