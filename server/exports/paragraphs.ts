import { Paragraph, TextRun } from "docx"

/** A line that says what it is before it says it. */
export function labelled(label: string, text: string): Paragraph {
  return new Paragraph({
    spacing: { before: 60 },
    children: [new TextRun({ text: `${label} : `, bold: true }), new TextRun(text)],
  })
}

/** A line that is read after the others. */
export function quiet(text: string): Paragraph {
  return new Paragraph({
    spacing: { before: 60 },
    children: [new TextRun({ text, color: "626468", size: 20 })],
  })
}
