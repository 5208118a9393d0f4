import { useTranslations } from "next-intl"
import { comparedLines } from "../../../../core/comparing"
import type { QuestionChange } from "../../../../core/guideChanges"
import { classes } from "../../../_ui/classes"
import { type SourceNamed, useOriginWords } from "./originWords"

interface Props {
  readonly change: QuestionChange
  readonly sources: readonly SourceNamed[]
}

/** One question of both versions: what became of it in a word, and then in its own. */
export function ChangedQuestion({ change, sources }: Props) {
  const t = useTranslations("guide.compare")
  const wordsOf = useOriginWords(sources)
  const { question } = change
  if (change.is !== "kept") {
    const Words = change.is === "added" ? "ins" : "del"
    return (
      <li className={classes("guide-change", change.is)}>
        <p className="guide-tags">
          <span className={classes("tag", change.is)}>{t(change.is)}</span>
        </p>
        <p className="guide-question">
          <Words>{question.text}</Words>
        </p>
        <ul className="guide-prompts">
          {question.prompts.map(({ id, text }) => (
            <li key={id}>
              <Words>{text}</Words>
            </li>
          ))}
        </ul>
        {wordsOf(question.origin) !== "" && <p className="small q2">{wordsOf(question.origin)}</p>}
      </li>
    )
  }
  const { before, reworded, moved, prompts, originChanged } = change
  const inPrompts =
    prompts.added.length + prompts.removed.length + prompts.reworded.length > 0 || prompts.moved
  const tags = [
    reworded && "reworded",
    moved && "moved",
    inPrompts && "prompts",
    originChanged && "origin",
  ].filter((tag) => tag !== false)
  return (
    <li className="guide-change">
      <p className="guide-tags">
        {tags.length === 0 && <span className="small q">{t("same")}</span>}
        {tags.map((tag) => (
          <span key={tag} className="tag">
            {t(tag as "reworded")}
          </span>
        ))}
      </p>
      <p className="guide-question">
        {reworded ? <Reworded before={before.text} after={question.text} /> : question.text}
      </p>
      <ul className="guide-prompts">
        {prompts.removed.map(({ id, text }) => (
          <li key={id}>
            <span className="small q">{t("promptRemoved")}</span> <del>{text}</del>
          </li>
        ))}
        {prompts.reworded.map(({ id, before, after }) => (
          <li key={id}>
            <span className="small q">{t("promptReworded")}</span> <Reworded {...{ before, after }} />
          </li>
        ))}
        {prompts.added.map(({ id, text }) => (
          <li key={id}>
            <span className="small q">{t("promptAdded")}</span> <ins>{text}</ins>
          </li>
        ))}
        {prompts.moved && (
          <li>
            <span className="small q">{t("promptsMoved")}</span>
          </li>
        )}
      </ul>
      {originChanged && (
        <p className="small q2">
          <Reworded before={wordsOf(before.origin)} after={wordsOf(question.origin)} />
        </p>
      )}
    </li>
  )
}

/** Words that are gone, and words that have come: struck out and underlined, whatever the colours. */
function Reworded({ before, after }: { readonly before: string; readonly after: string }) {
  return comparedLines(before, after)
    .flat()
    .map(({ kind, words }, at) => {
      if (kind === "same") return <span key={at}>{words}</span>
      return kind === "gone" ? <del key={at}>{words}</del> : <ins key={at}>{words}</ins>
    })
}
