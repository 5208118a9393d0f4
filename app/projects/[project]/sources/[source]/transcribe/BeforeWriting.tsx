import { useTranslations } from "next-intl"
import type { RefObject } from "react"
import type { Transcript } from "../../../../../../core/model"
import type { ChosenBefore } from "../../../../../_editor/chosenBefore"
import { Skeleton } from "../../../../../_ui/States"
import { FirstTurns } from "./FirstTurns"

interface Props {
  readonly first: Transcript
  readonly notes: boolean
  readonly chosen: RefObject<ChosenBefore | null>
}

/** What can be read until there is something to write in: laid out as it will be then. */
export function BeforeWriting({ first, notes, chosen }: Props) {
  const t = useTranslations("transcribe.speakers")
  const words = <FirstTurns {...first} chosen={chosen} />
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
