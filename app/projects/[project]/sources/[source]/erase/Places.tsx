"use client"

import { useTranslations } from "next-intl"
import { Checkbox } from "../../../../../_ui/Choice"
import { type Chosen, firstWords, lastWords } from "./chosen"

interface Props {
  readonly chosen: Chosen
  readonly text: string
  readonly onChange: (chosen: Chosen) => void
}

const LOOKED_AT = 60
const LONGEST = 120

/** Every place found or chosen, with what is around it; what is not ticked stays. */
export function Places({ chosen, text, onChange }: Props) {
  const t = useTranslations("safety.erase")
  const { spans, places } = chosen
  return (
    <>
      {spans.length > 0 && (
        <fieldset className="stack tight">
          <legend className="strong">{t("inTranscript", { count: spans.length })}</legend>
          {spans.map((span) => (
            <Checkbox
              key={span.from}
              checked={span.ticked}
              onChange={({ currentTarget: { checked } }) =>
                onChange({
                  ...chosen,
                  spans: spans.map((each) => (each === span ? { ...each, ticked: checked } : each)),
                })
              }
              label={
                <Excerpt
                  before={text.slice(Math.max(0, span.from - LOOKED_AT), span.from)}
                  words={span.words}
                  after={text.slice(span.to, span.to + LOOKED_AT)}
                />
              }
            />
          ))}
        </fieldset>
      )}
      {places.length > 0 && (
        <fieldset className="stack tight">
          <legend className="strong">{t("elsewhere", { count: places.length })}</legend>
          {places.map((place) => (
            <Checkbox
              key={place.key}
              checked={place.ticked}
              hint={t(`kind.${place.kind}`)}
              onChange={({ currentTarget: { checked } }) =>
                onChange({
                  ...chosen,
                  places: places.map((each) => (each === place ? { ...each, ticked: checked } : each)),
                })
              }
              label={<Excerpt before={place.before} words={place.words} after={place.after} />}
            />
          ))}
        </fieldset>
      )}
    </>
  )
}

function Excerpt({ before, words, after }: Readonly<Record<"before" | "words" | "after", string>>) {
  const shown = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
  return (
    <span className="verbatim">
      {lastWords(before)}
      <mark>{shown}</mark>
      {firstWords(after)}
    </span>
  )
}
