import { randomBytes } from "node:crypto"
import { LONGEST_COMMENT } from "../../../core/memberCheck"
import type { WrittenComment } from "../../../server/queries/memberReading"
import { type Html, html } from "./html"
import type { Words } from "./words"

/** Where on the page something is written. */
export interface Spot {
  /** The page that takes it. */
  readonly action: string
  /** The turn, as the server names it; empty: the whole. */
  readonly place: string
  /** The turn's number on the page; 0: the whole. */
  readonly number: number
}

/** What its reader wrote at a spot, to be changed; or where they may write. `said`: what just became of it. */
export function commentBlock(
  t: Words,
  spot: Spot,
  written: WrittenComment | null,
  said: string | null = null,
): Html {
  const key = written?.key ?? randomBytes(12).toString("base64url")
  const { action, place, number } = spot
  const about = number > 0 && html`<span class="vh"> ${t("comment.about", { number })}</span>`
  const opens = written ? t("comment.change") : number > 0 ? t("comment.add") : t("general.add")
  return html`<div class="comment" id="c-${key}">
${written && html`<div class="mine"><p class="label">${t("comment.yours")}</p><p class="body">${written.body}</p></div>`}
<p class="said" role="status" tabindex="-1">${said ?? ""}</p>
<details>
<summary>${opens}${about}</summary>
<form method="post" action="${action}">
<input type="hidden" name="key" value="${key}">
<input type="hidden" name="place" value="${place}">
<input type="hidden" name="number" value="${number}">
<label for="f-${key}">${t("comment.field")}${about}</label>
<textarea id="f-${key}" name="body" rows="5" maxlength="${LONGEST_COMMENT}" required autocomplete="off">${written?.body ?? ""}</textarea>
<p class="state" role="status"></p>
<div class="acts">
<button class="button" name="act" value="save">${t("comment.send")}</button>
${written && html`<button class="quiet" name="act" value="remove" formnovalidate>${t("comment.remove")}</button>`}
</div>
</form>
</details>
</div>`
}

/** The same when nothing is changed any more. */
export function keptComment(t: Words, { key, body }: WrittenComment): Html {
  return html`<div class="comment" id="c-${key}"><div class="mine"><p class="label">${t("comment.yours")}</p><p class="body">${body}</p></div></div>`
}
