"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import type { Others } from "../../../../../_editor/carets"
import { followWriter } from "../../../../../_editor/followWriter"
import type { TranscriptEditor } from "../../../../../_editor/transcriptEditor"
import { type Awareness, readWriters } from "../../../../../_editor/writers"
import { Tooltip } from "../../../../../_ui/Tooltip"
import { Who } from "../../../../../_ui/Who"

interface Props {
  readonly others: Others
  readonly editor: TranscriptEditor | null
}

/** Who else writes here now; a press follows where they go in the words. */
export function Here({ others, editor }: Props) {
  const t = useTranslations("transcribe.here")
  const { awareness, me, known } = others
  const here = useHere(awareness, me).flatMap((member) => {
    const who = known(member)
    return who ? [{ member, ...who }] : []
  })
  const [followed, follow] = useState<string | null>(null)
  useEffect(() => {
    if (!editor || followed === null) return
    return followWriter(editor.view, editor.doc, others, followed, () => follow(null))
  }, [editor, others, followed])
  return (
    <span className="here">
      <span role="status" className="vh">
        {here.length > 0 && t("title", { names: here.map(({ name }) => name).join(", ") })}
      </span>
      {here.map(({ member, name, side }) => {
        const label = t(followed === member ? "followed" : "follow", { name })
        return (
          <Tooltip key={member} text={label}>
            <button
              type="button"
              className="icon-btn"
              aria-label={label}
              aria-pressed={followed === member}
              onClick={() => follow(followed === member ? null : member)}
            >
              <Who side={side} name={name} silent />
            </button>
          </Tooltip>
        )
      })}
    </span>
  )
}

function useHere(awareness: Awareness, me: string): readonly string[] {
  const [others, setOthers] = useState<readonly string[]>([])
  useEffect(() => {
    const read = () => {
      const now = [...new Set(readWriters(awareness, me).map(({ member }) => member))].sort()
      setOthers((before) => (before.join() === now.join() ? before : now))
    }
    awareness.on("change", read)
    read()
    return () => awareness.off("change", read)
  }, [awareness, me])
  return others
}
