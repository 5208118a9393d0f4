import type { OpenLink } from "../../../server/queries/memberChecks"
import { type Framed, framed } from "./frame"
import { type Html, html } from "./html"
import { dayIn, LANGUAGE, wordsIn } from "./words"

/**
 * What a link leads to first: what it is about, and nothing of the text. Programs that look at a link before its reader
 * does (previews of messages, scanners of mail) get no word of it, and do not count as having opened it.
 */
export function coverPage(frame: Framed, link: OpenLink, label: string | null): Html {
  const { locale } = frame
  const t = wordsIn(locale)
  return framed(
    frame,
    html`<main class="cover">
<h1>${t("title")}</h1>
<p class="lead">${t("cover.lead")}</p>
<p>${t(link.scope === "own" ? "cover.own" : "cover.whole")} ${label !== null && label !== "" && t("cover.you", { label })}</p>
${link.returnedAt && html`<p class="notice">${t("cover.finished", { day: dayIn(locale, link.returnedAt) })}</p>`}
<p><a class="button" href="${frame.path}/texte?${LANGUAGE}=${locale}" rel="nofollow">${t("cover.read")}</a></p>
<h2>${t("cover.know")}</h2>
<ul>
<li>${t("cover.team")}</li>
<li>${t("cover.link")} ${t("cover.until", { day: dayIn(locale, link.expiresAt) })}</li>
<li>${t("cover.device")}</li>
</ul>
</main>`,
  )
}

/** For every link that leads nowhere, whatever the reason; for who asks too often; for what went wrong. */
export function plainPage(frame: Framed, what: "gone" | "wait" | "broken"): Html {
  const t = wordsIn(frame.locale)
  return framed(
    frame,
    html`<main class="cover"><h1>${t(`${what}.title`)}</h1><p class="lead">${t(`${what}.body`)}</p></main>`,
  )
}
