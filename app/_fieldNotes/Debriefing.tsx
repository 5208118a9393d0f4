"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import type * as Y from "yjs"
import type { MemberId } from "../../core/model"
import { debriefing } from "../../core/ydoc/fieldNotes"
import { RichTextIn } from "../_richtext/RichText"
import type { RichTextRoom } from "../_sync/useRichText"

type Field = (typeof debriefing)[number]

interface Props {
  readonly text: RichTextRoom
  readonly me: MemberId
}

const nobody: readonly [] = []

/** What was written together once the group was over, folded; those of the texts in which there is a word. */
export function Debriefing({ text, me }: Props) {
  const t = useTranslations("notes.debriefing")
  const written = useWritten(text.doc)
  const [isOpen, setOpen] = useState(false)
  if (written.length === 0) return null
  return (
    <details className="section debriefing" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="small q">{t("label")}</summary>
      {isOpen &&
        written.map((field) => (
          <div key={field} className="stack tight">
            <h3 className="small q">{t(field)}</h3>
            <RichTextIn
              text={text}
              field={field}
              mayWrite={false}
              label={t(field)}
              placeholder=""
              me={me}
              people={nobody}
            />
          </div>
        ))}
    </details>
  )
}

function useWritten(doc: Y.Doc | null): readonly Field[] {
  const [written, setWritten] = useState<readonly Field[]>([])
  useEffect(() => {
    if (!doc) return setWritten([])
    const read = () => {
      const now = debriefing.filter((field) => hasWords(doc.getXmlFragment(field)))
      setWritten((before) => (before.join() === now.join() ? before : now))
    }
    doc.on("update", read)
    read()
    return () => doc.off("update", read)
  }, [doc])
  return written
}

/** Without its tags; a fragment that was only clicked into holds an empty paragraph. */
function hasWords(fragment: Y.XmlFragment): boolean {
  return (
    fragment
      .toString()
      .replace(/<[^>]*>/gu, "")
      .trim() !== ""
  )
}
