"use client"

import { useTranslations } from "next-intl"
import { useStandingNames } from "./usePseudonyms"

/** Before the words are fixed: how many names of the key they still have. Nothing where there is none. */
export function NamesLeft({ source }: { readonly source: string }) {
  const t = useTranslations("pseudonyms")
  const { names } = useStandingNames(source, true)
  return names && names.length > 0 ? <p className="notice">{t("ready", { count: names.length })}</p> : null
}
