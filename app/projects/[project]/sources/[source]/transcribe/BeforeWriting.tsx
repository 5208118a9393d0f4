import { useTranslations } from "next-intl"
import type { Transcript } from "../../../../../../core/model"
import { Skeleton } from "../../../../../_ui/States"
import { FirstTurns } from "./FirstTurns"

/** What can be read until there is something to write in: laid out as it will be then. */
export function BeforeWriting({ first, notes }: { readonly first: Transcript; readonly notes: boolean }) {
  const t = useTranslations("transcribe.speakers")
  const words = <FirstTurns {...first} />
  return (
    <div className="desk right-only writing" aria-busy="true">
      <main id="main" className="page-scroll" tabIndex={-1}>
        {notes ? <div className="noted-words">{words}</div> : words}
      </main>
      <aside className="side right" aria-label={t("title")}>
        <header>
          <h2 className="grow">{t("title")}</h2>
        </header>
        <Skeleton lines={4} />
      </aside>
    </div>
  )
}
