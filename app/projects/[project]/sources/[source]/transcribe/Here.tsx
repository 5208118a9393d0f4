"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import type { Others } from "../../../../../_editor/carets"
import { type Awareness, readWriters } from "../../../../../_editor/writers"
import { Who } from "../../../../../_ui/Who"

/** Who else writes here now. */
export function Here({ awareness, me, known }: Others) {
  const t = useTranslations("transcribe.here")
  const others = useOthers(awareness, me).flatMap((member) => {
    const who = known(member)
    return who ? [{ member, ...who }] : []
  })
  return (
    <span role="status" className="here">
      {others.length > 0 && <span className="vh">{t("title")}</span>}
      {others.map(({ member, name, side }) => (
        <Who key={member} side={side} name={name} />
      ))}
    </span>
  )
}

function useOthers(awareness: Awareness, me: string): readonly string[] {
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
