/** Half of the height that a waveform is drawn in. */
export const HALF = 100
/** Silence is a line, not nothing. */
const LEAST = 1.5

/** The outline of a shape of lowest and highest, one column a unit wide, around 0; the whole height is `2 * HALF`. */
export function wavePath(shape: Int8Array, gain: number): string {
  const columns = shape.length / 2
  if (columns === 0) return ""
  const place = (value: number) =>
    Math.round(Math.min(1, Math.max(-1, (value / 127) * gain)) * HALF * 10) / 10
  const above: string[] = []
  const below: string[] = []
  for (let column = 0; column < columns; column++) {
    const [low, high] = [place(shape[column * 2]!), place(shape[column * 2 + 1]!)]
    const middle = (low + high) / 2
    above.push(`${column + 0.5} ${-Math.max(high, middle + LEAST)}`)
    below.push(`${column + 0.5} ${-Math.min(low, middle - LEAST)}`)
  }
  return `M${above.join("L")}L${below.reverse().join("L")}Z`
}
