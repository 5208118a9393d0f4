/** Listening while one writes: times by themselves, what is heard is shown, stretches again and again, who else is here. */
import { type BrowserContext, expect, type Page } from "@playwright/test"
import { type Seat, sitBothDown } from "../support/browsers"
import type { LiveServer } from "../support/liveServer"
import { obstacles } from "../support/obstacles"
import { test } from "../support/oneStudy"
import { attachRecording, importTranscript, type Study } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
const untimed = [
  "Int. : Vous avez peur ?",
  "M7 : Oui, la peur du vide.",
  "Int. : Depuis quand ?",
  "M7 : Toujours.",
]
const ofEachSecond = Array.from({ length: 58 }, (_, at) => {
  return `${at % 2 ? "M7" : "Int."} [00:${String(at).padStart(2, "0")}] : C’est la seconde ${at}.`
})

test.describe("sound and words", () => {
  let server: LiveServer
  let study: Study
  let ana: Seat
  let ben: Seat
  let place: string

  test.beforeAll(async ({ browser, shared }) => {
    ;({ server, study } = shared)
    ;[ana, ben] = await sitBothDown(browser, server.address)
    for (const { context } of [ana, ben]) await rememberSounds(context)
  })
  test.afterAll(async () => {
    await ana?.context.close()
    await ben?.context.close()
  })

  const open = (lines: readonly string[], ...seats: readonly Seat[]) =>
    openFile(lines.join("\n"), "m7.txt", ...seats)
  const openFile = async (file: string, name: string, ...seats: readonly Seat[]) => {
    const { owner, ben: other, project } = study
    const coders = [owner.id, other.id]
    const source = await importTranscript(server, owner, project, file, coders, "passage", name)
    await attachRecording(server, owner, source, "seconds.ogg")
    await owner.ask("POST", `/api/sources/${source}/transcribing`)
    place = `/projects/${project}/sources/${source}/transcribe`
    for (const { page } of seats) {
      await page.goto(place)
      await expect(page.getByRole("textbox", { name: say("transcribe.text") })).toBeVisible()
      await expect.poll(() => page.evaluate(() => window.sounds.at(-1)!.readyState)).toBeGreaterThan(0)
    }
  }

  test("[C40, C41] turns that are begun take the time by themselves; those between are estimated, until they have one", async () => {
    const { page } = ana
    await open(untimed, ana)
    await cursor(page, 0, "End")
    await stands(page, 10)
    await page.keyboard.press("Control+j")
    await expect(turn(page, 0)).toHaveAttribute("data-time", "00:10")
    await cursor(page, 3, "Home")
    await stands(page, 30)
    await page.keyboard.press("Control+j")
    // By the share of the words: after 17 signs of 54.
    await expect(turn(page, 1)).toHaveAttribute("data-about", "00:16")
    await expect(turn(page, 2)).toHaveAttribute("data-about", /^00:2\d$/)
    await expect(turn(page, 2)).toHaveAttribute(
      "data-about-said",
      say("transcribe.about", { position: (await turn(page, 2).getAttribute("data-about"))! }),
    )

    // A press on an estimate plays from there, and what is heard is marked.
    const box = (await turn(page, 1).boundingBox())!
    await page.mouse.click(box.x + box.width - 6, box.y + 12)
    await expect(turn(page, 1)).toHaveClass(/sounding/)
    expect(await position(page)).toBeGreaterThan(16)
    expect(await position(page)).toBeLessThan(20)

    // Begun while it plays: the position, also of a turn that takes words along.
    await stands(page, 26)
    await cursor(page, 2, "Home")
    for (let step = 0; step < "Depuis".length; step++) await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    await expect(turn(page, 3)).toHaveAttribute("data-time", /^00:2[5-9]$/)
    await page.keyboard.press("Escape")
    await expect(page.locator(".turn.sounding")).toHaveCount(0)

    // It has stopped: an empty turn takes the position, one with words does not.
    await stands(page, 40)
    await cursor(page, 4, "End")
    await page.keyboard.press("Enter")
    await page.keyboard.type("Bon.")
    await expect(turn(page, 5)).toHaveAttribute("data-time", "00:39")
    await cursor(page, 1, "Home")
    for (let step = 0; step < "Oui,".length; step++) await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    await expect(turn(page, 2)).toHaveAttribute("data-time", "")
    await expect(turn(page, 2)).toHaveAttribute("data-about", /^00:1\d$/)
    await page.keyboard.press("Control+z")
    await expect(page.locator(".turns > .turn")).toHaveCount(6)
    await expect(turn(page, 5)).toHaveAttribute("data-time", "00:39")
  })

  test("what is heard is kept in view, unless one writes; a word is played by a press or a key", async () => {
    const { page } = ana
    await open(ofEachSecond, ana)
    await stands(page, 40)
    await page.locator(".player .play").click()
    await expect(page.locator(".turn.sounding")).toContainText(/seconde 4\d/)
    await expect(page.locator(".turn.sounding")).toBeInViewport()
    await page.keyboard.press("Escape")
    await page.locator(".page-scroll").evaluate((page) => page.scrollTo({ top: 0, behavior: "instant" }))
    await cursor(page, 0, "End")
    await page.keyboard.type(" Bon.")
    await stands(page, 50)
    await page.keyboard.press("Escape")
    await expect(page.locator(".turn.sounding")).toContainText(/seconde 5\d/)
    await expect(page.locator(".turn.sounding")).toContainText(/seconde 5[1-9]/)
    expect(await page.locator(".page-scroll").evaluate((page) => page.scrollTop)).toBeLessThan(5)
    await page.keyboard.press("Escape")

    // The last word of the sixth turn, by a press with Alt: the cursor stays in the first.
    const word = await turn(page, 6)
      .locator("p")
      .evaluate((words) => {
        const range = document.createRange()
        const text = words.firstChild!
        range.setStart(text, text.textContent!.length - 2)
        range.setEnd(text, text.textContent!.length - 1)
        return range.getBoundingClientRect().toJSON()
      })
    await page.keyboard.down("Alt")
    await page.mouse.click(word.x + 2, word.y + word.height / 2)
    await page.keyboard.up("Alt")
    await expect(page.locator(".turn.sounding")).toContainText(/seconde [67]/)
    const heard = await position(page)
    expect(heard).toBeGreaterThan(6.5)
    expect(heard).toBeLessThan(8)
    await page.keyboard.press("Escape")
    await page.keyboard.type(" Voilà.")
    await expect(turn(page, 0)).toContainText("Bon. Voilà.")
    await cursor(page, 12, "Home")
    await page.keyboard.press("Alt+KeyK")
    await expect(page.locator(".turn.sounding")).toContainText(/seconde 1[2-4]/)
    await page.keyboard.press("Escape")
  })

  test("[C43] a word whose time is known is shown when it is heard, and played exactly, also once it was corrected", async () => {
    const { page } = ana
    const words = [
      { word: "Un,", start: 2, end: 2.4 },
      { word: "deux,", start: 20, end: 20.4 },
      { word: "trois.", start: 40, end: 40.4 },
    ]
    const segment = { start: 2, end: 50, text: " Un, deux, trois.", speaker: "SPEAKER_00", words }
    await openFile(JSON.stringify({ segments: [segment] }), "m7.json", ana)
    const heard = () =>
      page.evaluate(() => [...(CSS.highlights.get("playing") ?? [])].map((range) => range.toString()))
    await cursor(page, 0, "End")
    await page.keyboard.press("Alt+KeyK")
    await expect.poll(heard).toEqual(["trois."])
    expect(await position(page)).toBeGreaterThanOrEqual(40)
    expect(await position(page)).toBeLessThan(42)
    await page.keyboard.press("Escape")
    await expect.poll(heard).toEqual([])
    await cursor(page, 0, "Home")
    await page.keyboard.type("Alors, ")
    await stands(page, 21.5)
    await page.keyboard.press("Escape")
    await expect.poll(heard).toEqual(["deux,"])
    await page.keyboard.press("Escape")
  })

  test("a stretch is heard again and again, by a key or a button; speed and going back are chosen", async () => {
    const { page } = ana
    await open(ofEachSecond, ana)
    await stands(page, 20)
    await cursor(page, 30, "End")
    const looped = page.locator(".player .looped")
    await page.keyboard.press("F8")
    await expect(looped).toHaveText(say("transcribe.listening.looped", { from: "00:16", to: "00:20" }))
    const button = page.getByRole("button", { name: say("transcribe.listening.loopEnd"), exact: true })
    await expect(button).toHaveAttribute("aria-pressed", "true")
    // It has come to its end twice, and has begun anew.
    await page.evaluate(() => {
      const sound = window.sounds.at(-1)!
      sound.playbackRate = 4
      sound.dataset.begun = "0"
      sound.addEventListener("seeked", () => {
        sound.dataset.begun = String(Number(sound.dataset.begun) + 1)
      })
    })
    const begun = () => page.evaluate(() => Number(window.sounds.at(-1)!.dataset.begun))
    await expect.poll(begun).toBeGreaterThan(1)
    expect(await position(page)).toBeGreaterThan(15.9)
    expect(await position(page)).toBeLessThan(21)
    await button.click()
    await expect(looped).toBeHidden()
    await expect.poll(() => position(page)).toBeGreaterThan(21)

    // The turn with the cursor; who goes elsewhere has ended it.
    await cursor(page, 30, "End")
    await page.keyboard.press("Shift+F8")
    await expect(looped).toHaveText(say("transcribe.listening.looped", { from: "00:30", to: "00:31" }))
    await stands(page, 50)
    await expect(looped).toBeHidden()
    await page.keyboard.press("Escape")
    await expect(page.locator(".turn.sounding")).toHaveCount(0)

    await page.getByRole("button", { name: say("transcribe.listening.rewindIs", { seconds: 1 }) }).click()
    await page
      .getByRole("menuitemradio", { name: say("transcribe.listening.seconds", { seconds: 3 }), exact: true })
      .click()
    await stands(page, 10)
    await page.keyboard.press("F3")
    await expect(page.getByRole("button", { name: say("desk.player.speed", { rate: 0.9 }) })).toBeVisible()
    await page.keyboard.press("Escape")
    await expect(page.locator(".turn.sounding")).toContainText(/seconde [78]\./)
    expect(
      await page.evaluate(() => [window.sounds.at(-1)!.preservesPitch, window.sounds.at(-1)!.playbackRate]),
    ).toEqual([true, 0.9])
    await page.reload()
    await expect(
      page.getByRole("button", { name: say("transcribe.listening.rewindIs", { seconds: 3 }) }),
    ).toBeVisible()
  })

  test("[C42] each sees who else writes and where; who leaves is seen no more", async () => {
    await open(ofEachSecond, ana, ben)
    const here = ben.page.getByRole("button", { name: say("transcribe.here.follow", { name: "Ana" }) })
    const followed = ben.page.getByRole("button", { name: say("transcribe.here.followed", { name: "Ana" }) })
    await expect(here).toBeVisible()
    const caret = ben.page.locator(".carets .caret.a")
    await expect(caret).toHaveCount(0)
    await cursor(ana.page, 2, "End")
    await expect(caret).toHaveText("Ana")
    await expect(caret).toHaveClass(/named/)
    await besideEndOf(ben.page, 2)
    // Words that Ben writes before it take it along; so do Ana's.
    await cursor(ben.page, 2, "Home")
    await ben.page.keyboard.type("Eh bien. ")
    await besideEndOf(ben.page, 2)
    await ana.page.keyboard.type(" Voilà.")
    await expect(turn(ben.page, 2)).toContainText("Eh bien. C’est la seconde 2. Voilà.")
    await besideEndOf(ben.page, 2)
    await expect(ana.page.locator(".carets .caret.b")).toHaveText("Ben")
    expect(await obstacles(ben.page)).toEqual([])
    // Followed, wherever she goes; not any more once Ben writes himself.
    await here.click()
    await expect(followed).toHaveAttribute("aria-pressed", "true")
    await cursor(ana.page, 50, "End")
    await expect(turn(ben.page, 50)).toBeInViewport()
    await besideEndOf(ben.page, 50)
    await cursor(ben.page, 48, "End")
    await ben.page.keyboard.type(" Là.")
    await expect(here).toBeVisible()
    await cursor(ana.page, 2, "End")
    await besideEndOf(ben.page, 2)
    await expect(turn(ben.page, 48)).toBeInViewport()
    await ana.page.goto("/projects")
    await expect(here).toBeHidden()
    await expect(caret).toHaveCount(0)
  })
})

declare global {
  interface Window {
    /** Every recording that the page has opened. */
    sounds: HTMLAudioElement[]
  }
}

async function rememberSounds(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.sounds = []
    const Real = window.Audio
    window.Audio = new Proxy(Real, {
      construct(kind, given) {
        const sound = Reflect.construct(kind, given) as HTMLAudioElement
        window.sounds.push(sound)
        return sound
      },
    })
  })
}

const turn = (page: Page, index: number) => page.locator(".turns > .turn").nth(index)

/** Puts the cursor at an end of a turn. */
async function cursor(page: Page, index: number, end: "Home" | "End"): Promise<void> {
  await turn(page, index).locator("p").click()
  await page.keyboard.press(end)
}

/** The recording stands at this second, whether it plays or not. */
async function stands(page: Page, seconds: number): Promise<void> {
  await page.evaluate(async (seconds) => {
    const sound = window.sounds.at(-1)!
    const there = new Promise((resolve) => sound.addEventListener("seeked", resolve, { once: true }))
    sound.currentTime = seconds
    await there
  }, seconds)
}

const position = (page: Page) => page.evaluate(() => window.sounds.at(-1)!.currentTime)

/** Ana's cursor is drawn at the end of this turn. */
async function besideEndOf(page: Page, index: number): Promise<void> {
  const apart = () =>
    turn(page, index)
      .locator("p")
      .evaluate((words) => {
        const caret = document.querySelector(".carets .caret")?.getBoundingClientRect()
        const range = document.createRange()
        const last = words.lastChild!
        range.setStart(last, last.textContent!.length - 1)
        range.setEnd(last, last.textContent!.length)
        const end = range.getBoundingClientRect()
        return caret ? Math.hypot(caret.x - end.right, caret.y - end.y) : Number.POSITIVE_INFINITY
      })
  await expect.poll(apart).toBeLessThan(6)
}
