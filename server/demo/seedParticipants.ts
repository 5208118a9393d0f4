import type { MemberId, ProjectId } from "../../core/model"
import { type Column, columnOf } from "../../core/participants/cells"
import { demoParticipants, demoVariables } from "../../db/seed/demo/field/participants"
import { changeParticipants } from "../commands/participants"
import type { Services } from "../services"

const DAY_MS = 24 * 60 * 60 * 1000
const days: readonly string[] = ["consentOn", "withdrawnOn"]

/** The table of the demo's participants, made in one change as whoever pastes it makes it. */
export async function seedParticipants(
  services: Services,
  request: { readonly project: ProjectId; readonly by: MemberId },
): Promise<void> {
  const now = services.clock().getTime()
  const dayBefore = (ago: string) => new Date(now - Number(ago) * DAY_MS).toISOString().slice(0, 10)
  const edits = demoParticipants.flatMap(({ letter, said, values }) => {
    const edit = (column: Column, text: string) => ({ participant: letter, column, text })
    return [
      edit("letter", letter),
      ...Object.entries(said).map(([column, text]) =>
        edit(column as Column, days.includes(column) ? dayBefore(text) : text),
      ),
      ...Object.entries(values).map(([id, text]) => edit(columnOf({ id }), text)),
    ]
  })
  await changeParticipants(services, {
    ...request,
    key: services.ids.newId(),
    variables: demoVariables,
    added: demoParticipants.map(({ letter }) => letter),
    edits,
  })
}
