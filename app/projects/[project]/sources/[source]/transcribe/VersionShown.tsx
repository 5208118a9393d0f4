"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useEffect, useMemo, useState } from "react"
import type * as Y from "yjs"
import { comparedLines } from "../../../../../../core/comparing"
import type { Transcript } from "../../../../../../core/model"
import { textOf } from "../../../../../../core/text"
import type { History } from "../../../../../../core/ydoc/history"
import { restoreTranscript } from "../../../../../../core/ydoc/restoring"
import { readTranscript } from "../../../../../../core/ydoc/source"
import { Button } from "../../../../../_ui/Button"
import { Checkbox } from "../../../../../_ui/Choice"
import { ConfirmDialog } from "../../../../../_ui/ConfirmDialog"
import { Alert, Skeleton } from "../../../../../_ui/States"
import { useToast } from "../../../../../_ui/Toasts"
import type { Version, Versions } from "./useVersions"
import { VersionLines } from "./VersionLines"
import { useVersionName } from "./VersionList"

interface Props {
  readonly version: Version
  readonly versions: Versions
  readonly doc: Y.Doc
  readonly history: History
  readonly back: () => void
  readonly done: () => void
}

/** One version, to be read, with what has changed since; it is brought back by an act that can be taken back. */
export function VersionShown({ version, versions, doc, history, back, done }: Props) {
  const t = useTranslations("transcribe.versions")
  const common = useTranslations("transcribe")
  const format = useFormatter()
  const say = useToast()
  const name = useVersionName()(version)
  const [kept, setKept] = useState<Transcript | null>(null)
  const [all, setAll] = useState(false)
  const { read } = versions
  useEffect(() => void read(version.id).then(setKept), [read, version.id])
  const lines = useMemo(
    () => kept && comparedLines(textOf(kept.turns), textOf(readTranscript(doc).turns)),
    [kept, doc],
  )
  const isSame = lines?.every((line) => line.every(({ kind }) => kind === "same")) ?? false

  async function restore() {
    if (!kept || !(await versions.keepBefore(version.id))) return
    history.close()
    restoreTranscript(doc, kept)
    history.close()
    say({ text: t("restored", { name }), action: { label: common("undo"), run: () => history.undo() } })
    done()
  }
  async function remove() {
    if (await versions.remove(version.id)) back()
  }
  return (
    <>
      <div className="row">
        <Button kind="bare" icon="arrowLeft" onClick={back}>
          {t("back")}
        </Button>
        <span className="grow">
          <span className="strong">{name}</span>{" "}
          <span className="small q">
            {t("by", { name: version.by.name, when: format.dateTime(new Date(version.at), "datedMoment") })}
          </span>
        </span>
        {version.kind === "named" && (
          <ConfirmDialog
            title={t("remove.title", { name })}
            confirm={t("remove.act")}
            danger
            onConfirm={remove}
            trigger={
              <Button kind="bare" icon="trash">
                {t("remove.act")}
              </Button>
            }
          >
            <p>{t("remove.body")}</p>
          </ConfirmDialog>
        )}
        <Button kind="primary" icon="undo" onClick={restore} aria-disabled={!kept || undefined}>
          {t("restore")}
        </Button>
      </div>
      {versions.failed && <Alert>{versions.failed}</Alert>}
      {!kept || !lines ? (
        versions.failed === null && <Skeleton lines={5} />
      ) : (
        <>
          <p className="small q2">
            {isSame ? (
              t("same")
            ) : (
              <>
                <del>{t("gone")}</del> · <ins>{t("come")}</ins>
              </>
            )}
          </p>
          {!isSame && (
            <Checkbox
              label={t("onlyChanged")}
              checked={!all}
              onChange={(event) => setAll(!event.target.checked)}
            />
          )}
          <VersionLines transcript={kept} lines={lines} all={all || isSame} />
        </>
      )}
    </>
  )
}
