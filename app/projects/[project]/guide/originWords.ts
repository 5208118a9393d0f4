import { useTranslations } from "next-intl"
import type { Origin } from "../../../../core/guide"

export interface SourceNamed {
  readonly id: string
  readonly title: string
}

/** Where a question comes from in one line; "" where nothing says. */
export function useOriginWords(sources: readonly SourceNamed[]): (origin: Origin) => string {
  const t = useTranslations("guide.origin")
  return ({ idea, source }) => {
    const named = source === null ? "" : (sources.find(({ id }) => id === source)?.title ?? t("gone"))
    if (idea !== "" && named !== "") return `${idea} (${named})`
    return idea || named
  }
}
