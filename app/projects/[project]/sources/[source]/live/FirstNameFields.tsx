"use client"

import { useTranslations } from "next-intl"
import type { AtTable } from "../../../../../../core/fieldNotes"
import { LONGEST_FIRST_NAME } from "../../../../../_device/firstNames"
import { Button } from "../../../../../_ui/Button"
import { TextField } from "../../../../../_ui/Field"
import type { FirstNamesHere } from "./useFirstNames"

interface Props {
  readonly people: readonly AtTable[]
  readonly firstNames: FirstNamesHere
}

/** First names for the day: kept in this browser, sent nowhere, and gone with the end of the event. */
export function FirstNameFields({ people, firstNames }: Props) {
  const t = useTranslations("notes.firstNames")
  const { names, name, forget, isOver } = firstNames
  const letters = people.filter(({ part }) => part === "participant").map(({ letter }) => letter)
  if (letters.length === 0) return null
  return (
    <section className="stack" aria-label={t("label")}>
      <div>
        <h2>{t("label")}</h2>
        <p className="small q2 prose">{t(isOver ? "over" : "lead")}</p>
      </div>
      {!isOver && (
        <>
          <div className="first-names">
            {letters.map((letter) => (
              <TextField
                key={letter}
                label={t("of", { letter })}
                hideLabel
                icon="lock"
                placeholder={t("of", { letter })}
                autoComplete="off"
                // A browser may have a service elsewhere look at spelling.
                spellCheck={false}
                autoCorrect="off"
                maxLength={LONGEST_FIRST_NAME}
                value={names[letter] ?? ""}
                onChange={(event) => name(letter, event.currentTarget.value)}
              />
            ))}
          </div>
          {Object.keys(names).length > 0 && (
            <span>
              <Button onClick={forget}>{t("forget")}</Button>
            </span>
          )}
        </>
      )}
    </section>
  )
}
