import { describe, expect, it } from "vitest"
import { localeFor } from "../../app/_i18n/locale"
import { themeFrom } from "../../app/_theme/theme"

describe("the language of a page", () => {
  it("is the one that was chosen, whatever the browser asks for", () => {
    expect(localeFor("en", "fr-FR,fr;q=0.9")).toBe("en")
  })
  it("is else the first that the browser asks for and we speak", () => {
    expect(localeFor(undefined, "de-DE,de;q=0.9,en-GB;q=0.7,fr;q=0.6")).toBe("en")
    expect(localeFor("xx", "en;q=0.4, fr-CA;q=0.8")).toBe("fr")
  })
  it("is never one the browser refuses", () => {
    expect(localeFor(undefined, "en;q=0, fr;q=0.1")).toBe("fr")
  })
  it("is French where nothing says otherwise", () => {
    expect([localeFor(undefined, null), localeFor("", ""), localeFor(undefined, "*;q=x,;;,")]).toEqual([
      "fr",
      "fr",
      "fr",
    ])
  })
})

describe("the theme of a page", () => {
  it("is the chosen one, or the device's", () => {
    expect([themeFrom("dark"), themeFrom(undefined), themeFrom('dim"><script>')]).toEqual([
      "dark",
      "system",
      "system",
    ])
  })
})
