import { useTranslations } from "next-intl"
import type { GuideQuestion } from "../../../../core/guide"
import { type SourceNamed, useOriginWords } from "./originWords"

interface Props {
  readonly questions: readonly GuideQuestion[]
  readonly sources: readonly SourceNamed[]
}

/** A version to be read. */
export function WrittenGuide({ questions, sources }: Props) {
  const t = useTranslations("guide")
  const wordsOf = useOriginWords(sources)
  return (
    <ol className="guide-read" aria-label={t("read")}>
      {questions.map(({ id, text, prompts, origin }, at) => {
        const from = wordsOf(origin)
        return (
          <li key={id}>
            <span className="guide-number num q" aria-hidden="true">
              {at + 1}
            </span>
            <div className="grow">
              <p className="guide-question">{text}</p>
              {prompts.length > 0 && (
                <ul className="guide-prompts">
                  {prompts.map((prompt) => (
                    <li key={prompt.id}>{prompt.text}</li>
                  ))}
                </ul>
              )}
              {from !== "" && <p className="small q2">{t("origin.from", { what: from })}</p>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
