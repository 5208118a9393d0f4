import { useTranslations } from "next-intl"

/** Words between the quotation marks of the reader's language. */
export function Quoted({ children }: { readonly children: string }) {
  const t = useTranslations("common")
  return t("quoted", { words: children })
}
