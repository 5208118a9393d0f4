"use client"

import { useTranslations } from "next-intl"
import type { ProjectRole } from "../../../../../core/model"
import { CoderChoice } from "../../../../_frame/CoderChoice"
import { PolicyCards } from "./PolicyCards"

interface Props {
  readonly members: readonly { readonly id: string; readonly name: string; readonly role: ProjectRole }[]
  readonly coders: readonly string[]
  readonly onCoders: (coders: readonly string[]) => void
}

/** Who codes, and when each sees the other's coding: to be chosen with its consequence in sight, never for one. */
export function CodingFields({ members, coders, onCoders }: Props) {
  const t = useTranslations("source.coding")
  return (
    <>
      <div className="form">
        <CoderChoice members={members} coders={coders} onChange={onCoders} />
      </div>
      {coders.length === 1 ? (
        <>
          <p className="notice">{t("oneCoder")}</p>
          <input type="hidden" name="blindness" value="passage" />
        </>
      ) : (
        <PolicyCards policy={null} />
      )}
    </>
  )
}
