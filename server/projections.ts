import { parseRoom } from "../core/access"
import { commentsWritten } from "./queries/memberChecks"
import { reviewOf } from "./queries/review"
import { codebookOf, treeOf } from "./queries/tree"
import type { Services } from "./services"

/** The maps of a projection room, each of JSON values by key. Throws a RangeError for a room that is none. */
export async function buildProjection(
  services: Pick<Services, "db" | "docs" | "collector">,
  name: string,
): Promise<Record<string, Record<string, unknown>>> {
  const room = parseRoom(name)
  switch (room?.kind) {
    case "review":
      return { ...(await reviewOf(services, room.source)) }
    case "codebook":
      return { ...(await codebookOf(services.db, room.project)) }
    case "tree":
      return { ...(await treeOf(services, room.project)) }
    case "comments":
      return { comments: { written: await commentsWritten(services.db, room.source) } }
    default:
      throw new RangeError(`${name} is not a projection`)
  }
}
