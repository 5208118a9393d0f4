import { type Framed, framed } from "./frame"
import { type Html, html } from "./html"
import { LANGUAGE, wordsIn } from "./words"

/** What was sent did not arrive, without a script to say so on the page: with the words, so that none is lost. */
export function failedPage(frame: Framed, why: string, body: string): Html {
  const t = wordsIn(frame.locale)
  return framed(
    frame,
    html`<main class="cover">
<h1>${t("failed.title")}</h1>
<p class="lead">${why}</p>
${body !== "" && html`<label for="words">${t("failed.words")}</label><textarea id="words" rows="8" readonly>${body}</textarea>`}
<p><a class="button" href="${frame.path}?${LANGUAGE}=${frame.locale}">${t("failed.back")}</a></p>
</main>`,
  )
}
