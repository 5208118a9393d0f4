import { door } from "../../../server/door"
import { sessionsOf } from "../../../server/queries/me"

export const GET = door(
  { for: "signed-in", summary: "Where one is signed in" },
  async ({ services, caller }) => {
    const sessions = await sessionsOf(services, caller.id, "cookie")
    return sessions.map(({ label: _, ...session }) => ({
      ...session,
      current: session.id === caller.session,
    }))
  },
)
