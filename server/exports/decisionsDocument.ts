import { Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx"
import { unitsOf } from "../../core/disagreement"
import type { Verdict } from "../../core/reading"
import type { FlagView } from "../../core/view"
import type { ExportedSource, ProjectExport } from "../queries/exportProject"
import { memosPart } from "./memosPart"
import { labelled, quiet } from "./paragraphs"
import { type DecisionWords, decisionWords, type Language } from "./words"

/**
 * The decisions of a project as a document to read, print or annex to a thesis: source by source, in the order of
 * the text, what each had coded, what was decided, by whom, when and why; then the memos that are shared.
 */
export async function decisionsDocument(exported: ProjectExport, language: Language): Promise<Uint8Array> {
  const words = decisionWords[language]
  const write = writer(exported, words, language)
  const document = new Document({
    creator: "Binôme",
    title: `${exported.project.name} — ${words.title}`,
    styles: { default: { document: { run: { font: "Georgia", size: 22 } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: exported.project.name, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: words.title, heading: HeadingLevel.HEADING_1 }),
          quiet(words.made(write.date(exported.exportedAt))),
          ...(exported.project.question ? [labelled(words.question, exported.project.question)] : []),
          new Paragraph({ text: words.intro, spacing: { before: 120, after: 240 } }),
          ...(exported.sources.length === 0 ? [new Paragraph(words.nothing)] : []),
          ...exported.sources.flatMap(write.source),
          ...memosPart(exported, words, write.date),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function writer(exported: ProjectExport, words: DecisionWords, language: Language) {
  const codeName = (id: string) => exported.codebook.codes[id]?.name ?? id
  const date = (at: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(at))

  function source(from: ExportedSource): Paragraph[] {
    const done = from.disagreements.filter(
      ({ standing }) => standing.is === "resolved" || standing.is === "settled",
    )
    const passages = [...from.reveals]
      .sort((one, other) => one.span.from - other.span.from)
      .map((each) => each.passage)
    return [
      new Paragraph({ text: from.title, heading: HeadingLevel.HEADING_2, spacing: { before: 360 } }),
      quiet(words.summary(from.disagreements.length, done.length, from.disagreements.length - done.length)),
      ...from.disagreements.flatMap((flag) => disagreement(from, flag, passages.indexOf(flag.passage) + 1)),
    ]
  }

  function disagreement(from: ExportedSource, flag: FlagView, passage: number): Paragraph[] {
    const person = (id: string) => from.people[id]?.name ?? id
    const reveal = from.reveals.find((each) => each.passage === flag.passage)!
    const readings = reveal.handIns.map((handIn) => {
      const units = unitsOf(handIn, reveal.passage).filter((unit) => flag.units.includes(unit.id))
      const own = handIn.codings.filter((coding) => units.some((unit) => unit.coding === coding.id))
      const said = own.map((coding) => `« ${codeName(coding.code)} » — ${coding.quote}`).join(" ; ")
      return labelled(words.reading(person(handIn.coder)), said || words.nothingCoded)
    })
    return [
      new Paragraph({
        heading: HeadingLevel.HEADING_3,
        spacing: { before: 280 },
        keepNext: true,
        children: [new TextRun(`${words.passage(passage)} · ${words.kind[flag.kind]}`)],
      }),
      new Paragraph({ children: [new TextRun({ text: flag.quote, italics: true })], indent: { left: 360 } }),
      ...readings,
      ...standing(flag, person),
      ...listened(flag, person),
    ]
  }

  function standing(flag: FlagView, person: (id: string) => string): Paragraph[] {
    const now = flag.standing
    switch (now.is) {
      case "resolved": {
        const { resolution } = now
        const by = resolution.by.map(person).join(", ")
        const head =
          resolution.how === "consensus"
            ? words.together(by, date(resolution.at))
            : words.ruled(by, date(resolution.at), resolution.notedBy && person(resolution.notedBy))
        return [
          labelled(words.decided, `${verdict(flag, resolution.verdict)}. ${head}.`),
          ...(resolution.reason ? [labelled(words.reason, resolution.reason)] : []),
        ]
      }
      case "settled": {
        const merge = now.merge
        const which = merge
          ? ` (« ${codeName(merge.from)} » → « ${codeName(merge.into)} », ${person(merge.by)}, ${date(merge.at)})`
          : ""
        return [labelled(words.decided, `${words.settledBy[now.by]}${which}.`)]
      }
      case "parked":
        return [quiet(words.parked(now.until))]
      case "referred":
        return [
          quiet(words.referred(person(now.referral.by))),
          ...(now.referral.reason ? [labelled(words.reason, now.referral.reason)] : []),
        ]
      case "proposed":
        return [
          quiet(`${words.proposed(person(now.proposal.by))} : ${verdict(flag, now.proposal.verdict)}`),
          ...(now.proposal.reason ? [labelled(words.reason, now.proposal.reason)] : []),
        ]
      case "open":
        return [quiet(words.open)]
    }
  }

  function verdict(flag: FlagView, given: Verdict): string {
    switch (given.kind) {
      case "reading": {
        const kept =
          flag.outcome.length > 0 ? flag.outcome.map((each) => `« ${codeName(each.code)} »`).join(", ") : null
        return kept
          ? words.verdict.keep(kept)
          : flag.kind === "omission"
            ? words.verdict.dropped
            : words.verdict.neither
      }
      case "both":
        return words.verdict.both
      case "neither":
        return words.verdict.neither
      case "same-idea":
        return words.verdict[given.by](codeName(given.from), codeName(given.into))
      case "other":
        return words.verdict.keep(given.codes.map((code) => `« ${codeName(code)} »`).join(", "))
      case "parked":
        return words.parked(given.until)
    }
  }

  function listened(flag: FlagView, person: (id: string) => string): Paragraph[] {
    if (flag.listenings.length === 0) return []
    const each = flag.listenings.map((listening) =>
      words.listenedBy(person(listening.by), listening.together),
    )
    return [quiet(`${words.listened} : ${[...new Set(each)].join(", ")}`)]
  }

  return { source, date }
}
