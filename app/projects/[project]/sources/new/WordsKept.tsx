import { useTranslations } from "next-intl"
import type { DraftNote } from "../../../../../core/exchange/transcriptDraft"
import { Icon } from "../../../../_ui/Icon"
import type { Account } from "./decisions"

interface Props {
  readonly account: Account
  readonly notes: readonly DraftNote[]
}

/** Words in, words out; and what stood in the file beside the words and is not taken over. */
export function WordsKept({ account, notes }: Props) {
  const t = useTranslations("source.kept")
  const { words, inTurns, emptyTurns, turnsOfNobody, transcript } = account
  return (
    <div className="stack" aria-live="polite">
      <p className="row top-aligned">
        <Icon name="check" />
        <span className="prose">
          {t("words", { words, inTurns, structure: words - inTurns, turns: transcript.turns.length })}
        </span>
      </p>
      <ul className="small q2 stack tight">
        {turnsOfNobody > 0 && <li>{t("nobody", { count: turnsOfNobody })}</li>}
        {emptyTurns > 0 && <li>{t("empty", { count: emptyTurns })}</li>}
        {notes.map(({ kind, count }) => (
          <li key={kind}>{t(`note.${kind}`, { count })}</li>
        ))}
      </ul>
    </div>
  )
}
