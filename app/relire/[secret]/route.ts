import { loadWords } from "../../../server/documents"
import { asked } from "../_page/asked"
import { coverPage } from "../_page/cover"
import { pageResponse } from "../_page/frame"

/** What a participant's link leads to: what it is about, and the way to the text. */
export const GET = asked(async ({ services, link, secret, frame }) => {
  const { speakers } = await loadWords(services, link.source)
  const label = speakers.find(({ id }) => id === link.speaker)?.label ?? null
  return pageResponse(coverPage(frame(`/relire/${secret}`), link, label))
})
