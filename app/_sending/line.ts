import { ask, Problem } from "../_sync/api"
import { untilOnline } from "../_sync/untilOnline"
import { type Upload, upload } from "../_sync/upload"
import type { Line, Sent } from "./sendFile"

/** What is on its way into a project. */
export interface OnItsWay extends Sent {
  readonly name: string
  readonly bytes: number
}

/** A line that says nothing for so long is dead, whatever the browser thinks. */
const SILENT_MS = 25_000

export const uploadsAt = (project: string) => `/api/projects/${encodeURIComponent(project)}/uploads`

/** The way of a file into a project. */
export function lineFor(project: string, file: File): Line {
  const place = uploadsAt(project)
  return {
    begin: () =>
      ask<Sent>("POST", place, { name: file.name, bytes: file.size, modifiedAt: file.lastModified }),
    put: (id, offset, piece) => {
      const headers = { "upload-offset": String(offset) }
      const sending = upload<Sent | null>("PATCH", `${place}/${id}`, piece, { headers, silentMs: SILENT_MS })
      return { ...sending, answer: sending.answer.then(demandOurs) } satisfies Upload<Sent>
    },
    drop: (id) => ask("DELETE", `${place}/${id}`),
    wait: untilOnline,
    now: () => performance.now(),
  }
}

/** What is not our server's answer is none: a hotel's page, say. */
function demandOurs(answer: Sent | null): Sent {
  if (typeof answer?.received !== "number") throw new Problem("offline", 0, {})
  return answer
}
