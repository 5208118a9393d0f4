/**
 * The clock of an event: the server's time, as each device estimates it. Three clocks are at hand: the steady one of
 * the page, which a reload begins anew and sleep may stop; the wall clock, which somebody may set; the server's, while
 * there is a line.
 */

/** What was read around one small request; all in milliseconds. */
export interface ClockReading {
  /** By the steady clock. */
  readonly asked: number
  readonly answered: number
  /** The wall clock when the answer came. */
  readonly wall: number
  /** What the server said. */
  readonly server: number
}

/** How the server's time is told from this device's clocks. */
export interface ClockOffset {
  /** To be added to the steady clock. */
  readonly steady: number
  /** To be added to the wall clock: all that is left after a reload. */
  readonly wall: number
  /** It is no further off than this. */
  readonly errorMs: number
}

/**
 * Believes the quickest answer, halfway through its journey: the error is at most half of it (Cristian 1989). Null where
 * nothing was answered.
 */
export function bestOffset(readings: readonly ClockReading[]): ClockOffset | null {
  const [best] = [...readings].sort((a, b) => journey(a) - journey(b))
  if (!best) return null
  const half = journey(best) / 2
  const now = best.server + half
  return { steady: now - best.answered, wall: now - best.wall, errorMs: half }
}

const journey = ({ asked, answered }: ClockReading) => answered - asked

/** The device's own clocks at one moment. */
export interface Clocks {
  readonly steady: number
  readonly wall: number
}

/** The server's time, by the steady clock: whoever sets the wall clock moves no mark. */
export function eventTime(offset: ClockOffset, { steady }: Pick<Clocks, "steady">): number {
  return Math.round(steady + offset.steady)
}

/** The same offset for a page that was loaded anew, or that slept: from there on by the wall clock, which went on. */
export function afterSleep(offset: ClockOffset, { steady, wall }: Clocks): ClockOffset {
  return { ...offset, steady: wall + offset.wall - steady }
}

/** For a device that never heard the server: its own wall clock. */
export function ownOffset({ steady, wall }: Clocks): ClockOffset {
  return { steady: wall - steady, wall: 0, errorMs: Number.POSITIVE_INFINITY }
}
