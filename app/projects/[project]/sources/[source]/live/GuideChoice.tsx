"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { isFrozen } from "../../../../../../core/guide"
import type { GuideVersion } from "../../../../../../server/queries/guides"
import { ask } from "../../../../../_sync/api"
import { Button } from "../../../../../_ui/Button"
import { Select } from "../../../../../_ui/Field"

interface Props {
  readonly project: string
  /** The version that was taken. */
  readonly taken: string | null
  readonly busy: boolean
  readonly take: (guide: string) => void
}

/** A version of the project's guide, the last unless another is meant. Asks for them, so there has to be a line. */
export function GuideChoice({ project, taken, busy, take }: Props) {
  const t = useTranslations("notes.fromGuide")
  const versions = useVersions(project)
  const [chosen, choose] = useState<string | null>(null)
  if (versions === "none") return <p className="small q2">{t("offline")}</p>
  if (versions === null) return null
  const some = versions.filter(({ questions }) => questions.length > 0)
  const shown = some.find(({ id }) => id === (chosen ?? taken)) ?? some.at(-1)
  if (!shown) {
    return (
      <p className="small q2 prose">
        {t("noGuide")} <a href={`/projects/${project}/guide`}>{t("write")}</a>
      </p>
    )
  }
  return (
    <div className="stack tight">
      <div className="row">
        <span className="grow">
          <Select
            label={t("version")}
            hideLabel
            value={shown.id}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {some.toReversed().map(({ id, number, validations }) => (
              <option key={id} value={id}>
                {t(validations.length > 0 ? "validated" : "notValidated", {
                  number,
                  names: validations.map(({ by }) => by.name).join(", "),
                })}
              </option>
            ))}
          </Select>
        </span>
        <Button busy={busy} disabled={shown.id === taken} onClick={() => take(shown.id)}>
          {t("take")}
        </Button>
      </div>
      {shown.id !== taken && !isFrozen(shown) && <p className="small q2">{t("freezes")}</p>}
    </div>
  )
}

/** Null while they are asked for; "none" where no answer comes. */
function useVersions(project: string) {
  const [versions, setVersions] = useState<readonly GuideVersion[] | "none" | null>(null)
  useEffect(() => {
    let isLeft = false
    const look = () =>
      ask<{ guides: GuideVersion[] }>("GET", `/api/projects/${project}/guides`)
        .then(({ guides }) => !isLeft && setVersions(guides))
        .catch(() => !isLeft && setVersions((before) => (before === null ? "none" : before)))
    void look()
    addEventListener("online", look)
    return () => {
      isLeft = true
      removeEventListener("online", look)
    }
  }, [project])
  return versions
}
