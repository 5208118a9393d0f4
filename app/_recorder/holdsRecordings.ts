import { recordingsOf } from "../_device/names"
import { isAtWork } from "./atWork"
import { openShelf } from "./openShelf"
import type { KeptSound } from "./shelf"

/** Whether a member has recorded something in this browser that is on no server. What cannot be read counts. */
export function holdsRecordings(member: string): Promise<boolean> {
  return soundsOf(member).then(
    (sounds) => sounds.length > 0,
    () => true,
  )
}

/** What of it is for a project and not being recorded now. */
export async function keptFor(member: string, project: string): Promise<readonly KeptSound[]> {
  const sounds = (await soundsOf(member)).filter((each) => each.project === project)
  const atWork = await Promise.all(sounds.map(({ id }) => isAtWork(id)))
  return sounds.filter((_, place) => !atWork[place])
}

async function soundsOf(member: string): Promise<readonly KeptSound[]> {
  if (typeof indexedDB === "undefined" || !(await isThere(recordingsOf(member)))) return []
  const shelf = await openShelf(member)
  try {
    return await shelf.all()
  } finally {
    shelf.close()
  }
}

/** To look is not to make one. A browser that does not list its databases is looked into. */
async function isThere(name: string): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some((each) => each.name === name)
  } catch {
    return true
  }
}
