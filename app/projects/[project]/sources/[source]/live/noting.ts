import type * as Y from "yjs"
import type { ClockEvent, Mark, MarkKind, Meant } from "../../../../../../core/fieldNotes"
import { changeEntry, putEntry, removeEntry } from "../../../../../../core/ydoc/fieldNotes"
import { newId } from "../../../../../_sync/newId"

/** What one may do to the notes of an event, as oneself and now. */
export interface Noting {
  readonly doc: Y.Doc
  readonly me: string
  readonly now: () => number
  readonly mark: (kind: MarkKind, said?: { who?: Meant; sign?: string; text?: string }) => string
  readonly change: (id: string, fields: Partial<Pick<Mark, "who" | "sign" | "text">>) => void
  readonly remove: (id: string) => void
  /** A mark that was removed, as it was. */
  readonly putBack: (mark: Mark) => void
  readonly setClock: (is: "began" | "ended") => void
  readonly noteRecorder: (step: { sound: string; soundMs: number; runs: boolean }) => void
  readonly tick: (question: string) => void
  /** A question that came on the day, put now. */
  readonly askExtra: (text: string, order: number) => void
}

export function createNoting(doc: Y.Doc, me: string, now: () => number): Noting {
  const base = () => ({ id: newId(), at: now(), by: me })
  const keepClock = (event: ClockEvent) => putEntry(doc, "clock", event)
  return {
    doc,
    me,
    now,
    mark(kind, { who = [], sign = "", text = "" } = {}) {
      const made: Mark = { ...base(), kind, who, sign, text }
      putEntry(doc, "marks", made)
      return made.id
    },
    change: (id, fields) => changeEntry(doc, "marks", id, fields),
    remove: (id) => removeEntry(doc, "marks", id),
    putBack: (mark) => putEntry(doc, "marks", mark),
    setClock: (is) => keepClock({ ...base(), is }),
    noteRecorder: (step) => keepClock({ ...base(), is: "recorder", ...step }),
    tick: (question) => putEntry(doc, "ticks", { ...base(), question }),
    askExtra(text, order) {
      const question = newId()
      doc.transact(() => {
        putEntry(doc, "guide", { id: question, order, text, prompts: [], from: null })
        putEntry(doc, "ticks", { ...base(), question })
      })
    },
  }
}

/** One more or one fewer among those who are meant. */
export function toggled(who: Meant, letter: string): Meant {
  if (who === "all") return [letter]
  return who.includes(letter) ? who.filter((one) => one !== letter) : [...who, letter]
}

/** The mark that one made last oneself; null before. */
export function lastOwn(marks: readonly Mark[], me: string): Mark | null {
  return marks.findLast(({ by }) => by === me) ?? null
}
