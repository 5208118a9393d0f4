import { demandWithin } from "../../../server/bounds"
import { type OpenLink, openLink } from "../../../server/queries/memberChecks"
import { Refusal } from "../../../server/refusal"
import { type Services, services } from "../../../server/services"
import type { Locale } from "../../_i18n/locale"
import { plainPage } from "./cover"
import { type Framed, pageResponse } from "./frame"
import { languageOf } from "./words"

/** A participant's request, by a link that is good. Whoever else they may be signed in as is not looked at. */
export interface Asked {
  readonly services: Services
  readonly request: Request
  readonly link: OpenLink
  readonly secret: string
  readonly locale: Locale
  readonly frame: (path: string) => Framed
}

type Context = { readonly params: Promise<{ readonly secret: string }> }

/**
 * Lets a participant in by their link, and by nothing else: an unknown, an expired and a revoked one are answered the
 * same bytes (K3). Nothing is logged of an address, which holds the secret.
 */
export function asked(answer: (asked: Asked) => Promise<Response>) {
  return async (request: Request, context: Context): Promise<Response> => {
    const locale = languageOf(request)
    const nonce = /'nonce-([^']+)'/.exec(request.headers.get("content-security-policy") ?? "")?.[1] ?? ""
    const plain = { locale, nonce, path: null }
    const built = services()
    try {
      const { secret } = await context.params
      demandWithin(built, "link", { caller: null, headers: request.headers })
      const link = await openLink(built, secret)
      if (!link) return pageResponse(plainPage(plain, "gone"), 404)
      built.bounds.demand("memberCheck", link.id)
      const frame = (path: string) => ({ locale, nonce, path })
      return await answer({ services: built, request, link, secret, locale, frame })
    } catch (error) {
      if (error instanceof Refusal && error.code === "not-found")
        return pageResponse(plainPage(plain, "gone"), 404)
      if (error instanceof Refusal && error.code === "too-many-requests") {
        const after = { "retry-after": String(error.detail.retryAfter) }
        return pageResponse(plainPage(plain, "wait"), 429, after)
      }
      built.log.error({ err: error }, "a participant's page failed")
      return pageResponse(plainPage(plain, "broken"), 503)
    }
  }
}
