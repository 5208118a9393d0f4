import {
  removeMemberComment,
  returnMemberCheck,
  saveMemberComment,
} from "../../../../server/commands/memberComments"
import { noteOpened } from "../../../../server/commands/noteOpened"
import { memberReading } from "../../../../server/queries/memberReading"
import { Refusal, type Refusal as Refused } from "../../../../server/refusal"
import { isStorageFailure } from "../../../../server/storageFailure"
import { asked } from "../../_page/asked"
import { commentBlock, type Spot } from "../../_page/comment"
import { failedPage } from "../../_page/failed"
import { formOf } from "../../_page/form"
import { pageResponse } from "../../_page/frame"
import { textPage } from "../../_page/text"
import { LANGUAGE, wordsIn } from "../../_page/words"

/** The text that a participant's link shows. */
export const GET = asked(async ({ services, request, link, secret, frame }) => {
  // Who asks for no more than the head of it reads nothing.
  if (request.method === "GET") await noteOpened(services, link)
  return pageResponse(textPage(frame(`/relire/${secret}/texte`), link, await memberReading(services, link)))
})

/**
 * What a participant writes, takes back, or that they have finished. Answers the page again; its script, which asks for
 * JSON, is answered the piece of it that has changed.
 */
export const POST = asked(async ({ services, request, secret, locale, frame }) => {
  const isScript = request.headers.get("accept") === "application/json"
  const t = wordsIn(locale)
  const path = `/relire/${secret}/texte`
  const action = `${path}?${LANGUAGE}=${locale}`
  const form = await formOf(request)
  try {
    if (!form) throw new Refusal("too-large")
    services.disk.demandRoom()
    const { act, key, place, number, body } = form
    const spot: Spot = { action, place, number }
    if (act === "finish") {
      await returnMemberCheck(services, { secret })
      return isScript ? told({ done: true }) : seeOther(action)
    }
    if (act === "remove") {
      await removeMemberComment(services, { secret, key })
      return isScript
        ? told({ html: commentBlock(t, spot, null, t("comment.removed")).text })
        : seeOther(`${action}#t-${number}`)
    }
    await saveMemberComment(services, { secret, key, place: place || null, body })
    const written = { key, body: body.trim() }
    return isScript
      ? told({ html: commentBlock(t, spot, written, t("comment.sent")).text })
      : seeOther(`${action}#c-${key}`)
  } catch (error) {
    const refusal = refusalIn(error)
    if (!refusal) throw error
    const why = sentenceOf(refusal)
    const words =
      why === "many" ? t("comment.many", { most: Number(refusal.detail.most) }) : t(`comment.${why}`)
    const status = refusal.code === "not-saved" ? 503 : 409
    if (isScript) return told({ why: words }, status)
    return pageResponse(failedPage(frame(path), words, form?.body ?? ""), status)
  }
})

function refusalIn(error: unknown): Refused | null {
  if (isStorageFailure(error)) return new Refusal("not-saved")
  // Its link has ended meanwhile: answered as every link that leads nowhere.
  return error instanceof Refusal && error.code !== "not-found" ? error : null
}

function sentenceOf({ code }: Refused) {
  if (code === "already-returned") return "ended"
  if (code === "words-changed") return "changed"
  if (code === "too-many-comments") return "many"
  return code === "invalid-body" ? "empty" : "failed"
}

function told(what: object, status = 200): Response {
  return Response.json(what, { status, headers: { "cache-control": "private, no-store" } })
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } })
}
