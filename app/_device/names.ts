/** What is kept is kept by member (B6): the names of databases and of entries in the small storage say whose they are. */
const PREFIX = "binome:"

export function databaseOf(member: string): string {
  return `${PREFIX}${member}`
}

/** What was recorded here and is on no server yet: it waits to be sent, as what is written does (S28). */
export function recordingsOf(member: string): string {
  return `${PREFIX}${member}:recordings`
}

/** The copy of a room, in the room's epoch; what the names of all its epochs begin with. */
export function copyOf(member: string, room: string, epoch: number | ""): string {
  return `${PREFIX}${member}:${room}:${epoch}`
}

/** Whether a database or an entry was kept for this member. */
export function isOf(member: string, name: string): boolean {
  return name === databaseOf(member) || name.startsWith(`${PREFIX}${member}:`)
}

/** Under which key of the shelf `desks` a transcript is kept that is written in. */
export function textAt(source: string): string {
  return `${source}/text`
}

/** Under which key of the shelf `desks` the live notes of an event are kept. */
export function liveAt(source: string): string {
  return `${source}/live`
}

/** The entry of the small storage that holds the first names of an event's people, on the day. */
export function firstNamesAt(member: string, source: string): string {
  return `${PREFIX}${member}:first-names:${source}`
}

/** The entry that says which microphone a member chose here, as the browser calls it. */
export function microphoneAt(member: string): string {
  return `${PREFIX}${member}:microphone`
}

/** Whether an entry holds first names, whoever keeps them. */
export function isFirstNames(name: string): boolean {
  return name.startsWith(PREFIX) && name.includes(":first-names:")
}
