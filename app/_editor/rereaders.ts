import type { MemberId } from "../../core/model"
import { type HeldPlace, type Rereading, readRereading } from "../../core/rereading"
import type { Others } from "./carets"
import { readWriters } from "./writers"

interface Rereader {
  readonly client: number
  readonly member: MemberId
  readonly said: Rereading
}

export interface Reader {
  readonly client: number
  readonly member: MemberId
  readonly place: HeldPlace
}

/** Who else reads; of several who began at once the same one for everybody. Null where nobody does. */
export function readerAmong(others: Others): Reader | null {
  const readers = rereaders(others).flatMap(({ client, member, said }) =>
    "reads" in said ? [{ client, member, place: said.reads }] : [],
  )
  return readers.sort((one, other) => one.client - other.client)[0] ?? null
}

/** Who goes along with what one reads oneself. */
export function followersOf(others: Others): MemberId[] {
  const along = rereaders(others).flatMap(({ member, said }) =>
    "with" in said && said.with === others.me ? [member] : [],
  )
  return [...new Set(along)].sort()
}

function rereaders({ awareness, me }: Others): Rereader[] {
  return readWriters(awareness, me).flatMap(({ client, member }) => {
    const said = readRereading(awareness.getStates().get(client)?.rereading)
    return said ? [{ client, member, said }] : []
  })
}
