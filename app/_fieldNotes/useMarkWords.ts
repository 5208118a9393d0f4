"use client"

import { useTranslations } from "next-intl"
import { beganAt, type FieldNotes, type Mark, type MarksAlike } from "../../core/fieldNotes"
import { positionText } from "../_sound/positionText"

/** How a mark is written in one line, and when it was: since the beginning, or before it. */
export function useMarkWords(notes: FieldNotes) {
  const t = useTranslations("notes")
  const began = beganAt(notes)

  function time(at: number): string {
    if (began === null) return "–:–"
    return at < began ? `−${positionText(began - at)}` : positionText(at - began)
  }
  function of({ kind, who, sign, text }: Mark): string {
    const letters = who === "all" ? t("who.all") : who.join(", ")
    const quoted = text && t("mark.quoted", { text })
    switch (kind) {
      case "speaks":
        return [letters, quoted].filter(Boolean).join(" ")
      case "sign":
        return [letters, sign, quoted].filter(Boolean).join(" · ")
      case "clap":
        return t("clap.is")
      case "word":
        return t("mark.word", { text })
      default:
        return [letters, text].filter(Boolean).join(" : ")
    }
  }
  /** Of what several marked alike, with what each of them wrote beside it. */
  function ofAll(marks: MarksAlike): string {
    const texts = [...new Set(marks.map(({ text }) => text).filter((text) => text !== ""))]
    return of({ ...marks[0], text: texts.join(" · ") })
  }
  return { time, of, ofAll }
}
