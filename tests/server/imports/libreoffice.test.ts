import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { readTranscript } from "../../../server/imports/readTranscript"
import { notesOf, turnsOf } from "./read"

const installed = spawnSync("soffice", ["--version"]).status === 0
if (!installed && process.env.CI === "true") {
  throw new Error(
    "soffice is missing: install LibreOffice (libreoffice-writer) so that real documents are read",
  )
}
const title = installed
  ? "a document saved by LibreOffice as"
  : "a document saved by LibreOffice (skipped: soffice is not installed)"

describe.skipIf(!installed)(title, () => {
  const folder = mkdtempSync(join(tmpdir(), "transcript-"))
  const source = join(import.meta.dirname, "../../fixtures/transcripts/entretien-m7.fodt")
  const saved = (extension: string) => {
    const name = `entretien-m7.${extension}`
    return readTranscript({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })
  }

  beforeAll(() => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`
    for (const extension of ["docx", "odt", "rtf"]) {
      const to = ["--headless", "--convert-to", extension, "--outdir", folder]
      execFileSync("soffice", [profile, ...to, source], { timeout: 110_000, stdio: "ignore" })
    }
  }, 240_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  describe.each(["docx", "odt", "rtf"])(".%s", (extension) => {
    it("gives the turns that were typed, with changes accepted", () => {
      expect(turnsOf(saved(extension))).toEqual([
        "nobody> Entretien M7 – médecin installé depuis vingt ans",
        "Int.> Racontez-moi une journée ordinaire.",
        "M7> Ordinaire… (rires) J’ouvre à huit heures. Problème\u00a0: le téléphone sonne dès sept heures et demie. " +
          "Et le soir, je rappelle. Toujours.",
        "Int.> Toujours\u202f?",
        "M7> Sauf\tle jeudi.",
        "nobody> Fin d’entretien, notée en tableau",
        "Int.> Un dernier mot\u00a0?",
        "M7> Merci d’être venue. On n’en parle jamais.",
      ])
    })

    it("gives the times of the table", () => {
      const reading = saved(extension)
      const starts = reading.ok ? reading.draft.paragraphs.map(({ header }) => header?.startMs ?? null) : []
      expect(starts.filter((ms) => ms !== null)).toEqual([1_862_000, 1_867_000])
    })

    it("counts what it leaves out", () => {
      expect(notesOf(saved(extension))).toMatchObject({
        deletion: 1,
        comment: 1,
        footnote: 1,
        "hidden-text": 1,
      })
    })
  })
})
