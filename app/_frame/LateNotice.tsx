"use client"

import Link from "next/link"
import { usePathname } from "next/navigation"
import { useTranslations } from "next-intl"
import { useLate } from "../_sync/useLate"

/** On every page but the one that shows them: words of one's own that came too late to enter a transcript. */
export function LateNotice() {
  const t = useTranslations("transcribe.kept")
  const path = usePathname()
  const { all } = useLate()
  const placeOf = ({ room, project }: { readonly room: string; readonly project: string }) =>
    `/projects/${project}/sources/${room.slice("source/".length)}/transcribe`
  const [late] = all
  if (!late || all.some((each) => placeOf(each) === path)) return null
  return (
    <p className="notice late-notice" role="status">
      <span>{t("elsewhere")}</span>
      <Link className="link" href={placeOf(late)}>
        {t("see")}
      </Link>
    </p>
  )
}
