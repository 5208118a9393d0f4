import type { OpenLink } from "../../../server/queries/memberChecks"
import type { MemberReading, ReadTurn } from "../../../server/queries/memberReading"
import { commentBlock, keptComment, type Spot } from "./comment"
import { type Framed, framed } from "./frame"
import { type Html, html } from "./html"
import { dayIn, LANGUAGE, type Words, wordsIn } from "./words"

/** What becomes of a comment that is sent by the page's script, in the page's words. */
const told = ["sending", "offline", "failed", "often", "ended", "changed", "empty", "unsent"] as const

/** The text a link shows, with a place to write under each turn. */
export function textPage(frame: Framed, link: OpenLink, reading: MemberReading): Html {
  const { locale } = frame
  const t = wordsIn(locale)
  const action = `${frame.path}?${LANGUAGE}=${locale}`
  const open = link.returnedAt === null
  const says = told.map((what) => html` data-${what}="${t(`comment.${what}`)}"`)
  return framed(
    frame,
    html`<main${says} data-finish="${t("finish.unsent")}">
<h1>${t("title")}</h1>
${link.returnedAt && html`<p class="notice">${t("text.done", { day: dayIn(locale, link.returnedAt) })}</p>`}
${link.unfinished && html`<p class="notice">${t("text.unfinished")}</p>`}
${
  reading.turns.length === 0
    ? html`<p class="lead">${t("text.nothing")}</p>`
    : html`${open && html`<p class="how">${t("text.how")}</p>`}
<ol class="turns" aria-label="${t("text.list")}">
${reading.turns.map((turn, at) => shownTurn(t, { action, place: turn.place, number: at + 1 }, turn, open))}
</ol>`
}
${general(t, { action, place: "", number: 0 }, reading, open)}
${open && reading.turns.length > 0 && finishing(t, action)}
</main>`,
    true,
  )
}

function shownTurn(t: Words, spot: Spot, turn: ReadTurn, open: boolean): Html {
  const { number } = spot
  return html`<li id="t-${number}"${turn.own ? "" : html` class="other"`}>
${turn.apart && html`<p class="skipped"><span aria-hidden="true">⋯</span><span class="vh">${t("text.skipped")}</span></p>`}
<p class="who"><span class="vh">${t("text.number", { number })}</span> ${turn.label ?? ""}</p>
<p class="words">${turn.text}</p>
${comments(t, spot, turn, open)}
</li>
`
}

function comments(t: Words, spot: Spot, { comments }: Pick<ReadTurn, "comments">, open: boolean) {
  if (!open) return comments.map((each) => keptComment(t, each))
  if (comments.length === 0) return [commentBlock(t, spot, null)]
  return comments.map((each) => commentBlock(t, spot, each))
}

function general(t: Words, spot: Spot, reading: MemberReading, open: boolean): Html | null {
  if (reading.turns.length === 0 && reading.general.length === 0) return null
  const written = reading.general.map((each) => (open ? commentBlock(t, spot, each) : keptComment(t, each)))
  if (!open && written.length === 0) return null
  return html`<section id="t-0" aria-labelledby="general">
<h2 id="general">${t("general.title")}</h2>
${open && html`<p>${t("general.lead")}</p>`}
${written}
${open && commentBlock(t, spot, null)}
</section>`
}

function finishing(t: Words, action: string): Html {
  return html`<section aria-labelledby="finish">
<h2 id="finish">${t("finish.title")}</h2>
<p>${t("finish.lead")}</p>
<details class="finish">
<summary>${t("finish.open")}</summary>
<form method="post" action="${action}">
<p>${t("finish.sure")}</p>
<p class="state" role="status"></p>
<button class="button" name="act" value="finish">${t("finish.act")}</button>
</form>
</details>
</section>`
}
