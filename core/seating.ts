/** Who sits where around a table. The order of the people is the order of their places. */
import type { AtTable } from "./fieldNotes"

/** Those who sit at the table: who observes sits apart. */
export function seated(people: readonly AtTable[]): AtTable[] {
  return people.filter(({ part }) => part !== "observer")
}

/** The middle of a seat, in hundredths of the table's width and height: all around it, the first at the top. */
export function seatAt(place: number, seats: number): { readonly x: number; readonly y: number } {
  const angle = (2 * Math.PI * place) / seats - Math.PI / 2
  return { x: 50 + 42 * Math.cos(angle), y: 50 + 40 * Math.sin(angle) }
}

/** The seat that is nearest to a point in the same measure. */
export function nearestSeat({ x, y }: { readonly x: number; readonly y: number }, seats: number): number {
  const distances = Array.from({ length: seats }, (_, place) => {
    const seat = seatAt(place, seats)
    return Math.hypot(seat.x - x, seat.y - y)
  })
  return distances.indexOf(Math.min(...distances))
}

/** The orders of all people once one of those seated sits there, the others moving up; who observes stays behind. */
export function reseated(
  people: readonly AtTable[],
  id: string,
  place: number,
): readonly { readonly id: string; readonly order: number }[] {
  const seats = seated(people)
  const moved = seats.find((one) => one.id === id)
  if (!moved) return []
  const others = seats.filter((one) => one.id !== id)
  const now = [...others.toSpliced(place, 0, moved), ...people.filter(({ part }) => part === "observer")]
  return now.map((one, order) => ({ id: one.id, order }))
}
