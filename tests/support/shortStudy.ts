import { anchorTo } from "../../core/ydoc/anchors"
import type { SuggestedLayerCode } from "../../core/ydoc/layer"
import { createCode } from "../../server/commands/changeCodebook"
import { createSource } from "../../server/commands/createSource"
import { type HandInAnswer, handIn } from "../../server/commands/handIn"
import { loadTranscript } from "../../server/documents"
import type { TestApp } from "./testApp"

export type Someone = Awaited<ReturnType<TestApp["person"]>>

/** Two coders, Ana and Ben, and one source of two passages: "Words that are coded." and "More words." */
export interface ShortStudy {
  readonly ana: Someone
  readonly ben: Someone
  readonly project: string
  readonly source: string
  readonly passages: readonly string[]
  /** Makes a code of the codebook under this id, named alike. */
  code(id: string, by?: Someone): Promise<void>
  /** The anchor of the first word of a passage. */
  anchor(at: number): Promise<ReturnType<typeof anchorTo>>
  /** Hands a passage in with these codes on its first word. */
  handIn(
    as: Someone,
    at: number,
    codes?: readonly string[],
    suggested?: readonly SuggestedLayerCode[],
  ): Promise<HandInAnswer>
}

export async function openShortStudy(app: TestApp): Promise<ShortStudy> {
  const { services } = app
  const [ana, ben] = [await app.person("Ana"), await app.person("Ben")]
  const project = await app.project(ana.id)
  await app.join(project, ben.id, "coder")
  const turns = ["Words that are coded.", "More words."].map((text) => {
    return { speaker: null, startMs: null, endMs: null, text }
  })
  const { id: source, passages } = await createSource(services, {
    project,
    by: ana.id,
    title: "M7",
    kind: "interview",
    blindness: "passage",
    coders: [ana.id, ben.id],
    context: { who: "", where: "", how: "" },
    transcript: { speakers: [], turns },
    passages: [
      { fromTurn: 0, toTurn: 1 },
      { fromTurn: 1, toTurn: 2 },
    ],
    recording: null,
  })
  const anchor = async (at: number) => {
    const { doc, text } = await loadTranscript(services, source)
    const from = at === 0 ? 0 : text.indexOf("More")
    return anchorTo(doc, text, { from, to: from + 4 })
  }
  return {
    ana,
    ben,
    project,
    source,
    passages,
    anchor,
    async code(id, by = ana) {
      const made = {
        project,
        by: by.id,
        id,
        name: id,
        parent: null,
        codable: true,
        definition: "",
        colour: null,
      }
      await createCode(services, made)
    },
    async handIn(as, at, codes = [], suggested = []) {
      const words = await anchor(at)
      const plain = { anchor: words, createdAt: "", memo: null, shareMemo: false }
      return handIn(services, {
        source,
        passage: passages[at]!,
        coder: as.id,
        codings: codes.map((code) => ({ ...plain, id: `${as.id} ${at} ${code}`, code })),
        suggestedCodes: suggested,
        idempotencyKey: `${as.id} ${at}`,
        expectedRevision: null,
      })
    },
  }
}
