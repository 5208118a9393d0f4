import { changeAccount } from "../../../server/commands/changeAccount"
import { door } from "../../../server/door"
import { accountChangeBody } from "../../../server/projectBodies"
import type { Caller } from "../../../server/session"

export const GET = door({ for: "signed-in", summary: "Who one is signed in as" }, async ({ caller }) =>
  shown(caller),
)

export const PATCH = door(
  { for: "signed-in", summary: "Change one's name, language or password", body: accountChangeBody },
  async ({ services, caller, body }) => {
    await changeAccount(services, { by: caller, change: body })
    const { name = caller.name, locale = caller.locale } = body
    return shown({ ...caller, name, locale })
  },
)

function shown({ id, name, email, locale, by }: Caller) {
  return { id, name, email, locale, by }
}
