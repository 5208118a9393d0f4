/**
 * Sends what a participant writes without leaving the page, so that words which did not arrive stay where they were typed.
 * The page does the same without it. Nothing is kept: what is not sent is in the page alone.
 */
const main = document.querySelector("main")
const says = main.dataset

/** Fields whose words are not those that arrived. */
const unsent = () =>
  [...document.querySelectorAll("textarea")].filter(
    (field) => field.value.trim() !== field.defaultValue.trim(),
  )

addEventListener("beforeunload", (event) => {
  if (unsent().length > 0) event.preventDefault()
})

main.addEventListener("input", ({ target }) => {
  if (!target.matches("textarea")) return
  const isChanged = target.value.trim() !== target.defaultValue.trim()
  say(target.form, isChanged ? says.unsent : "", false)
})

main.addEventListener("submit", (event) => {
  event.preventDefault()
  const form = event.target
  if (form.dataset.busy) return
  const act = event.submitter?.value ?? "save"
  if (act === "finish") {
    const [first] = unsent()
    if (first) {
      say(form, says.finish, true)
      first.closest("details").open = true
      first.focus()
      return
    }
  }
  void send(form, act)
})

async function send(form, act) {
  const sent = new URLSearchParams(new FormData(form))
  sent.set("act", act)
  busy(form, true)
  say(form, says.sending, false)
  const answer = await fetch(form.action, {
    method: "POST",
    body: sent,
    credentials: "omit",
    cache: "no-store",
    headers: { accept: "application/json" },
  }).then(read, () => null)
  busy(form, false)
  if (answer?.done) return location.reload()
  if (answer?.html) return show(form, answer.html)
  say(form, wordsFor(answer), true)
}

/** What the server said; only its status where that was no page of ours. */
async function read(response) {
  const isOurs = response.headers.get("content-type")?.startsWith("application/json")
  const said = isOurs ? await response.json().catch(() => ({})) : {}
  return { status: response.status, ...said }
}

function wordsFor(answer) {
  if (!answer) return says.offline
  if (answer.why) return answer.why
  if (answer.status === 404) return says.ended
  return answer.status === 429 ? says.often : says.failed
}

/** The comment as it stands now, and what became of it, which is read out. */
function show(form, html) {
  const before = form.closest(".comment")
  const place = document.createElement("div")
  place.innerHTML = html
  const now = place.firstElementChild
  before.replaceWith(now)
  now.querySelector(".said").focus()
}

function say(form, words, wrong) {
  const state = form.querySelector(".state")
  state.textContent = words
  state.classList.toggle("wrong", wrong)
}

function busy(form, is) {
  if (is) form.dataset.busy = "yes"
  else delete form.dataset.busy
  for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", String(is))
}
