import { NextIntlClientProvider } from "next-intl"
import type { ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { messages } from "../../app/_messages/fr"
import { Button } from "../../app/_ui/Button"
import { ChoiceCards } from "../../app/_ui/Choice"
import { TextField } from "../../app/_ui/Field"
import { type Glyph, KindGlyph } from "../../app/_ui/KindGlyph"
import { Meter, Provenance } from "../../app/_ui/Marks"
import { Pie } from "../../app/_ui/Pie"
import { type Sync, SyncState } from "../../app/_ui/SyncState"
import { Pair, Who } from "../../app/_ui/Who"
import { syncOf } from "../../app/projects/[project]/sources/[source]/code/syncOf"

describe("a person", () => {
  it("is named to those who hear the page, unless the name stands beside it", () => {
    expect(draw(<Who side="b" name="Ben" />)).toContain('role="img" aria-label="Ben"')
    expect(draw(<Who side="b" name="Ben" silent />)).not.toContain("aria-label")
  })
  it("has the first letter of the name, or of the side where there is no name", () => {
    const letters = ["Élodie", " 𝒜na", ""].map((name) =>
      draw(<Who side="a" name={name} />).replace(/<[^>]*>/g, ""),
    )
    expect(letters).toEqual(["É", "𝒜", "A"])
  })
  it("comes A before B", () => {
    expect(draw(<Pair a="Zoé" b="Ana" />)).toMatch(/Zoé.*Ana/)
  })
})

describe("a kind of disagreement", () => {
  const kinds: readonly Glyph[] = ["code", "ancestor", "boundary", "omission", "agree"]
  it("has a silhouette of its own, and says its name", () => {
    const drawn = kinds.map((kind) => draw(<KindGlyph kind={kind} />))
    expect(new Set(drawn.map((svg) => svg.replace(/^<svg[^>]*>/, ""))).size).toBe(kinds.length)
    for (const [place, kind] of kinds.entries()) expect(drawn[place]).toContain(messages.common.kind[kind])
  })
  it("says when it is settled", () => {
    expect(draw(<KindGlyph kind="omission" settled />)).toContain("Codé par un·e seul·e, réglé")
  })
})

describe("a line of a form", () => {
  it("ties its words to its box", () => {
    const html = draw(
      <TextField label="Adresse" hint="Un lien par personne." error="Il manque le signe @." />,
    )
    const id = /<label for="([^"]+)"/.exec(html)?.[1]
    expect(html).toContain(`id="${id}" aria-describedby="${id}-hint ${id}-error" aria-invalid="true"`)
    expect(html).toContain(`<p class="hint" id="${id}-hint">`)
  })
  it("chooses nothing by itself", () => {
    const options = [
      { value: "passage", label: "Passage" },
      { value: "source", label: "Source" },
    ] as const
    expect(draw(<ChoiceCards label="Quand" options={options} value={null} />)).not.toContain("checked")
    expect(draw(<ChoiceCards label="Quand" options={options} value="source" />)).toContain(
      'checked="" value="source"',
    )
  })
})

describe("a measure", () => {
  it("of nothing is empty, not undefined", () => {
    expect(draw(<Meter done={0} of={0} label="Passages" />)).toContain("--v:0")
    expect(draw(<Pie side="a" done={0} of={0} />)).not.toContain("NaN")
  })
  it("says from whom a code came", () => {
    expect(draw(<Provenance from="ab" names={{ a: "Ana", b: "Ben" }} />)).toContain("Apporté par Ana et Ben")
  })
})

describe("where one's work is", () => {
  it("[S21] [S52] is not told to be without a line when the document is full", () => {
    const kept = { safety: "kept", ready: true, waiting: 0, notKept: null, slow: true } as const
    expect(syncOf({ ...kept, state: "full" })).toEqual({ state: "untaken", because: "full" })
    expect(syncOf({ ...kept, state: "full", safety: "full" })).toEqual({ state: "lost", because: "full" })
    expect(syncOf({ ...kept, state: "full", safety: "keeping" })).toEqual({ state: "quiet" })
    expect(syncOf({ ...kept, state: "offline" })).toEqual({ state: "here", offline: true, waiting: 0 })
  })
  it("is a silent cloud while all is well, and words when something is on its way", () => {
    const said = (sync: Sync) => draw(<SyncState sync={sync} reload={() => {}} />).replace(/<[^>]*>/g, "")
    expect(said({ state: "saved", offline: false })).toBe("")
    expect(said({ state: "here", offline: false, waiting: 2 })).toContain("2 passages terminés attendent")
    expect(said({ state: "lost", because: "full" })).toContain("Pas enregistré")
    expect(said({ state: "untaken", because: "full" })).toContain("plus rien ne peut y être ajouté")
    expect(said({ state: "untaken", because: "not-taken" })).toContain("n’accepte pas")
  })
})

it("a button does not send a form unless it is told to, and says when it is busy", () => {
  expect(draw(<Button>Fermer</Button>)).toContain('type="button"')
  expect(
    draw(
      <Button type="submit" busy>
        Entrer
      </Button>,
    ),
  ).toMatch(/type="submit".*aria-busy="true" aria-disabled="true"/)
})

function draw(part: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="fr" messages={messages} timeZone="UTC">
      {part}
    </NextIntlClientProvider>,
  )
}
