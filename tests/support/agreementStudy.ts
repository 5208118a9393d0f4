/** A study whose agreement can be counted by hand: two interviews by two coders, one by one, and what is not revealed yet. */
import type { Blindness } from "../../core/model"
import { anchorTo } from "../../core/ydoc/anchors"
import { createCode } from "../../server/commands/changeCodebook"
import { createSource } from "../../server/commands/createSource"
import { handIn } from "../../server/commands/handIn"
import { loadTranscript } from "../../server/documents"
import type { Someone } from "./shortStudy"
import type { TestApp } from "./testApp"

const said = [
  "How did you learn to renew these treatments?",
  "One inherits them. From Dr. Martin, who came before me, or from the hospital; nobody knows any more.",
  "And the time after?",
  "The time after there is the knee, there is the blood pressure. I see the line on the screen! I do not open that door.",
  "What is behind that door?",
  "Fear, I think. Theirs first, and a little of mine; and the shame of not having asked.",
]

/** A code on the words of a quote. */
export type Mark = readonly [code: string, quote: string]

export interface AgreementStudy {
  readonly project: string
  readonly ana: Someone
  readonly ben: Someone
  readonly claire: Someone
  readonly observer: Someone
  readonly codes: Readonly<Record<"emotion" | "fear" | "guilt" | "clinic" | "dread", string>>
  /** Three passages each: the first two of `m7` and all of `m8` revealed, `alone` coded by Ana alone. */
  readonly m7: Interview
  readonly m8: Interview
  readonly alone: Interview
  readonly interview: (title: string, coders: readonly Someone[], blindness?: Blindness) => Promise<Interview>
  readonly handIn: (as: Someone, of: Interview, passage: number, marks: readonly Mark[]) => Promise<void>
}

export interface Interview {
  readonly id: string
  readonly passages: readonly string[]
}

export async function openAgreementStudy(app: TestApp): Promise<AgreementStudy> {
  const { services } = app
  const [ana, ben, claire, observer] = [
    await app.person("Ana"),
    await app.person("Ben"),
    await app.person("Claire"),
    await app.person("Olga"),
  ]
  const project = await app.project(ana.id, "Renewing")
  await app.join(project, ben.id, "coder")
  await app.join(project, claire.id, "supervisor")
  await app.join(project, observer.id, "observer")
  const code = async (name: string, parent: string | null = null, codable = true) => {
    const made = { project, by: ana.id, name, parent, codable, definition: "", colour: null }
    return (await createCode(services, made)).id
  }
  const emotion = await code("emotion", null, false)
  const codes = {
    emotion,
    fear: await code("fear", emotion),
    guilt: await code("guilt", emotion),
    dread: await code("dread", emotion),
    clinic: await code("clinic"),
  }
  const interview: AgreementStudy["interview"] = async (title, coders, blindness = "passage") =>
    createSource(services, {
      project,
      by: ana.id,
      title,
      kind: "interview",
      blindness,
      coders: coders.map(({ id }) => id),
      context: { who: "", where: "", how: "" },
      transcript: {
        speakers: [],
        turns: said.map((text) => ({ speaker: null, startMs: null, endMs: null, text })),
      },
      passages: [0, 2, 4].map((fromTurn) => ({ fromTurn, toTurn: fromTurn + 2 })),
      recording: null,
    })
  const hand: AgreementStudy["handIn"] = async (as, { id: source, passages }, at, marks) => {
    const { doc, text } = await loadTranscript(services, source)
    await handIn(services, {
      source,
      passage: passages[at]!,
      coder: as.id,
      codings: marks.map(([code, quote], number) => {
        const from = text.indexOf(quote, text.indexOf(said[2 * at]!))
        if (from < 0) throw new RangeError(`nobody says "${quote}" there`)
        const anchor = anchorTo(doc, text, { from, to: from + quote.length })
        return {
          id: `${as.id} ${source} ${at} ${number}`,
          code,
          anchor,
          createdAt: "",
          memo: null,
          shareMemo: false,
        }
      }),
      suggestedCodes: [],
      idempotencyKey: `${as.id} ${source} ${at}`,
      expectedRevision: null,
    })
  }
  const { fear, guilt, clinic } = codes
  const m7 = await interview("M7", [ana, ben])
  await hand(ana, m7, 0, [
    [clinic, "from the hospital"],
    [guilt, "nobody knows any more."],
  ])
  await hand(ben, m7, 0, [
    [clinic, "or from the hospital"],
    [fear, "Dr. Martin, who came before me"],
    [guilt, "nobody knows"],
  ])
  await hand(ana, m7, 1, [[fear, "I do not open that door."]])
  await hand(ben, m7, 1, [
    [guilt, "I see the line on the screen! I do not open that door."],
    [clinic, "the blood pressure"],
  ])
  const m8 = await interview("M8", [ben, ana], "source")
  for (const at of [0, 1, 2])
    await hand(
      ben,
      m8,
      at,
      at === 2
        ? [
            [fear, "Fear, I think."],
            [guilt, "shame"],
          ]
        : [],
    )
  for (const at of [0, 1, 2])
    await hand(
      ana,
      m8,
      at,
      at === 2
        ? [
            [fear, "Fear, I think. Theirs first"],
            [guilt, "the shame of not having asked"],
          ]
        : [[clinic, at === 0 ? "the hospital" : "the knee"]],
    )
  const alone = await interview("M9", [ana])
  await hand(ana, alone, 0, [[clinic, "hospital"]])
  return { project, ana, ben, claire, observer, codes, m7, m8, alone, interview, handIn: hand }
}
