"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import type { Others } from "../../../../../../_editor/carets"
import { readWriters } from "../../../../../../_editor/writers"
import { Button } from "../../../../../../_ui/Button"
import { Tooltip } from "../../../../../../_ui/Tooltip"
import type { Rereading } from "./useRereading"

interface Props {
  readonly others: Others
  readonly rereading: Rereading
}

/** Begins to read again together, or goes along; there while somebody else is. */
export function RereadButton({ others, rereading: { part, together } }: Props) {
  const t = useTranslations("transcribe.rereading")
  const isTogether = useCompany(others) || part.kind !== "none"
  if (!together || !isTogether) return null
  const isOn = part.kind !== "none"
  return (
    <Tooltip text={t("startIs")}>
      <Button kind="bare" icon="eye" aria-pressed={isOn} onClick={together.toggle}>
        {t("start")}
      </Button>
    </Tooltip>
  )
}

function useCompany({ awareness, me }: Others): boolean {
  const [isThere, setThere] = useState(false)
  useEffect(() => {
    const read = () => setThere(readWriters(awareness, me).length > 0)
    awareness.on("change", read)
    read()
    return () => awareness.off("change", read)
  }, [awareness, me])
  return isThere
}
