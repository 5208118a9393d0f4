/** How loud a recording is, moment by moment: what is needed to draw it, and nothing that could be heard. */
export interface Peaks {
  readonly perSecond: number
  /** The lowest and the highest sample of each moment, in turn, from −127 to 127. */
  readonly pairs: Int8Array
}

export const PEAKS_PER_SECOND = 50

const HEAD = [0x42, 0x50, 1] // "BP", version
const HEAD_BYTES = 8

/** As they are kept and sent: a head of eight bytes (BP, version, moments a second, how many), then the pairs. */
export function writePeaks({ perSecond, pairs }: Peaks): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES + pairs.length)
  bytes.set([...HEAD, perSecond])
  new DataView(bytes.buffer).setUint32(4, pairs.length / 2, true)
  bytes.set(new Uint8Array(pairs.buffer, pairs.byteOffset, pairs.length), HEAD_BYTES)
  return bytes
}

/** Null for what was cut short, or was never written by `writePeaks`. */
export function readPeaks(bytes: Uint8Array): Peaks | null {
  if (bytes.length < HEAD_BYTES || HEAD.some((byte, at) => bytes[at] !== byte)) return null
  const perSecond = bytes[3]!
  const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true)
  if (perSecond === 0 || bytes.length !== HEAD_BYTES + count * 2) return null
  return { perSecond, pairs: new Int8Array(bytes.buffer, bytes.byteOffset + HEAD_BYTES, count * 2) }
}

/** The same recording in ever longer moments, so that hours are drawn from as few of them as seconds are. */
export interface Outline {
  readonly durationMs: number
  readonly levels: readonly { readonly momentMs: number; readonly pairs: Int8Array }[]
}

const STEP = 4
const FEW = 64

export function outlineOf({ perSecond, pairs }: Peaks): Outline {
  const levels = [{ momentMs: 1000 / perSecond, pairs }]
  for (let last = levels[0]!; last.pairs.length / 2 > FEW; ) {
    last = { momentMs: last.momentMs * STEP, pairs: coarser(last.pairs) }
    levels.push(last)
  }
  return { durationMs: (pairs.length / 2) * (1000 / perSecond), levels }
}

function coarser(pairs: Int8Array): Int8Array {
  const moments = pairs.length / 2
  const fewer = new Int8Array(Math.ceil(moments / STEP) * 2)
  for (let at = 0; at < fewer.length / 2; at++) setSpread(fewer, at, pairs, at * STEP, (at + 1) * STEP)
  return fewer
}

/**
 * The lowest and highest of each of so many equal columns of a stretch; a column outside the recording is silent. What
 * it costs goes by the columns, however long the stretch is.
 */
export function columnsOf(outline: Outline, fromMs: number, toMs: number, columns: number): Int8Array {
  const shape = new Int8Array(columns * 2)
  const columnMs = (toMs - fromMs) / columns
  const level = outline.levels.findLast(({ momentMs }) => momentMs <= columnMs) ?? outline.levels[0]
  if (!level || columnMs <= 0) return shape
  const { momentMs, pairs } = level
  const placeOf = (column: number) => (fromMs + column * columnMs) / momentMs
  for (let column = 0; column < columns; column++) {
    // A hair's breadth is left to rounding: a column that ends where a moment begins does not take that moment in.
    const from = Math.floor(placeOf(column) + 1e-6)
    setSpread(shape, column, pairs, from, Math.max(from + 1, Math.ceil(placeOf(column + 1) - 1e-6)))
  }
  return shape
}

const LONGEST_SPREAD_MS = 500
const PART_MS = 250
const MOST_PARTS = 64

/**
 * What is drawn of a stretch: of short columns the lowest and highest, of longer ones what is usual in them. Speech is
 * loud once in every second, so that an hour of it drawn by its loudest would be a block.
 */
export function shapeOf(outline: Outline, fromMs: number, toMs: number, columns: number): Int8Array {
  const columnMs = (toMs - fromMs) / columns
  if (!(columnMs > LONGEST_SPREAD_MS)) return columnsOf(outline, fromMs, toMs, columns)
  const parts = Math.min(MOST_PARTS, Math.ceil(columnMs / PART_MS))
  const fine = columnsOf(outline, fromMs, toMs, columns * parts)
  return Int8Array.from({ length: columns * 2 }, (_, at) => {
    const first = (at >> 1) * parts
    let sum = 0
    for (let part = 0; part < parts; part++) sum += fine[(first + part) * 2 + (at & 1)]!
    return Math.round(sum / parts)
  })
}

/** Writes at one place the spread of the moments `from` to `to`. */
function setSpread(into: Int8Array, at: number, pairs: Int8Array, from: number, to: number): void {
  let low = 127
  let high = -127
  const end = Math.min(to, pairs.length / 2)
  for (let moment = Math.max(0, from); moment < end; moment++) {
    low = Math.min(low, pairs[moment * 2]!)
    high = Math.max(high, pairs[moment * 2 + 1]!)
  }
  if (low > high) return
  into[at * 2] = low
  into[at * 2 + 1] = high
}

const SHARE_DRAWN_WHOLE = 0.95
const QUIETEST = 8

/**
 * By how much a drawing is taller than the sound, so that a soft voice fills it too. What is loud for a moment, as a
 * door is, does not make all else small: it is drawn cut off.
 */
export function gainOf({ levels }: Outline): number {
  const { pairs } = levels[Math.min(2, levels.length - 1)] ?? { pairs: new Int8Array(0) }
  const loudest = Array.from({ length: pairs.length / 2 }, (_, at) =>
    Math.max(-pairs[at * 2]!, pairs[at * 2 + 1]!),
  ).sort((one, other) => one - other)
  const most = loudest[Math.floor((loudest.length - 1) * SHARE_DRAWN_WHOLE)] ?? 0
  return 127 / Math.max(QUIETEST, most)
}
