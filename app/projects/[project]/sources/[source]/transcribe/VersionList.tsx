"use client"

import { useFormatter, useTranslations } from "next-intl"
import { type FormEvent, useState } from "react"
import { Button } from "../../../../../_ui/Button"
import { TextField } from "../../../../../_ui/Field"
import { Alert, Skeleton } from "../../../../../_ui/States"
import type { Version, Versions } from "./useVersions"

interface Props {
  readonly versions: Versions
  readonly saved: boolean
  readonly show: (version: Version) => void
}

export function VersionList({ versions, saved, show }: Props) {
  const t = useTranslations("transcribe.versions")
  const format = useFormatter()
  const nameOf = useVersionName()
  const [name, setName] = useState("")
  const [busy, setBusy] = useState(false)
  const canKeep = saved && name.trim() !== ""
  async function keep(event: FormEvent) {
    event.preventDefault()
    if (!canKeep || busy) return
    setBusy(true)
    if (await versions.keep(name.trim())) setName("")
    setBusy(false)
  }
  return (
    <>
      <form className="row end-aligned" onSubmit={keep}>
        <div className="grow">
          <TextField
            label={t("name")}
            placeholder={t("example")}
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={100}
            autoComplete="off"
          />
        </div>
        <Button type="submit" icon="bookmark" busy={busy} aria-disabled={!canKeep || busy || undefined}>
          {t("keep")}
        </Button>
      </form>
      {!saved && <p className="small q2">{t("unsaved")}</p>}
      {versions.failed && <Alert>{versions.failed}</Alert>}
      {!versions.list ? (
        versions.failed === null && <Skeleton lines={3} />
      ) : (
        <ul className="versions" aria-label={t("title")}>
          {versions.list.map((version) => (
            <li key={version.id}>
              <span className="grow">
                <span className={version.kind === "named" ? "strong" : undefined}>{nameOf(version)}</span>{" "}
                <span className="small q">
                  {t("by", {
                    name: version.by.name,
                    when: format.dateTime(new Date(version.at), "datedMoment"),
                  })}
                </span>
              </span>
              <Button
                kind="bare"
                icon="eye"
                onClick={() => show(version)}
                aria-label={t("lookAt", { name: nameOf(version) })}
              >
                {t("look")}
              </Button>
            </li>
          ))}
          {versions.list.length === 0 && <li className="q2">{t("none")}</li>}
        </ul>
      )}
    </>
  )
}

/** What a version is called: as somebody called it, or what it was kept for. */
export function useVersionName(): (version: Version) => string {
  const t = useTranslations("transcribe.versions")
  return ({ kind, name }) => {
    if (kind === "named") return name ?? ""
    if (kind === "opened") return t("opened")
    return name === null ? t("restoringUnnamed") : t("restoring", { name })
  }
}
