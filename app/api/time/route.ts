import { door } from "../../../server/door"

export const GET = door(
  { for: "signed-in", summary: "The server's time, by which two devices keep one play head" },
  async () => ({ now: Date.now() }),
)
