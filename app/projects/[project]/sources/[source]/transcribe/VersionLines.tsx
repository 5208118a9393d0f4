import { useTranslations } from "next-intl"
import type { Piece } from "../../../../../../core/comparing"
import type { Transcript } from "../../../../../../core/model"

interface Props {
  readonly transcript: Transcript
  /** A line for each of its turns. */
  readonly lines: readonly (readonly Piece[])[]
  /** Also the turns in which nothing has changed, and that are beside none in which something has. */
  readonly all: boolean
}

/** The turns of a version, with what is gone since and what has come. */
export function VersionLines({ transcript: { turns, speakers }, lines, all }: Props) {
  const t = useTranslations("transcribe.versions")
  const labels = new Map(speakers.map(({ id, label }) => [id, label]))
  const isChanged = (at: number) => lines[at]?.some(({ kind }) => kind !== "same") ?? false
  const isShown = (at: number) => all || [at - 1, at, at + 1].some(isChanged)
  return (
    <ol className="version-lines" aria-label={t("text")}>
      {lines.map((line, at) => {
        if (!isShown(at)) {
          const isFirst = at === 0 || isShown(at - 1)
          return isFirst ? (
            <li key={at} className="q" aria-hidden="true">
              …
            </li>
          ) : null
        }
        const speaker = turns[at]?.speaker
        return (
          <li key={at}>
            <span className="small q">{speaker ? labels.get(speaker) : ""}</span>
            <p>
              {line.map(({ kind, words }, piece) => {
                if (kind === "same") return <span key={piece}>{words}</span>
                return kind === "gone" ? <del key={piece}>{words}</del> : <ins key={piece}>{words}</ins>
              })}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
