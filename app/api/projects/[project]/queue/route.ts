import { door } from "../../../../../server/door"
import { hideNames, queueOf } from "../../../../../server/queries/queue"

export const GET = door(
  {
    for: "members",
    place: "queue",
    need: "read",
    bound: "gathering",
    summary:
      "What waits for the supervisor, oldest first, and what they decided; ?names=hidden leaves out who coded what",
  },
  async ({ services, request, caller, project }) => {
    const { items, decided } = await queueOf(services, project, caller.id)
    const isHidden = new URL(request.url).searchParams.get("names") === "hidden"
    return { items: isHidden ? hideNames(items, Math.random) : items, decided }
  },
)
