"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useEffect } from "react"
import { isFrozen, questionsOf } from "../../../../core/guide"
import type { GuideVersion } from "../../../../server/queries/guides"
import { PrintedGuide } from "../../../_guide/PrintedGuide"
import { ask } from "../../../_sync/api"
import { useChange } from "../../../_sync/useChange"
import { Button } from "../../../_ui/Button"
import { Segmented } from "../../../_ui/Choice"
import { ConfirmDialog } from "../../../_ui/ConfirmDialog"
import { IconButton } from "../../../_ui/IconButton"
import { Alert } from "../../../_ui/States"
import { Conflict } from "./Conflict"
import { DropVersion } from "./DropVersion"
import { GuideLines } from "./GuideLines"
import type { SourceNamed } from "./originWords"
import { useDraft } from "./useDraft"
import { WrittenGuide } from "./WrittenGuide"

interface Props {
  readonly project: string
  readonly projectName: string
  readonly me: string
  readonly mayWrite: boolean
  readonly version: GuideVersion
  readonly sources: readonly SourceNamed[]
  readonly setView: (view: "text" | "changes") => void
  readonly choose: (id: string) => void
  /** Keeps this version on the page, though it may be gone, as long as something written here is nowhere else. */
  readonly hold: (version: GuideVersion | null) => void
}

/** One version: written while it is open, read once it stays as it is; printed either way. */
export function VersionPage(props: Props) {
  const { project, projectName, me, mayWrite, version, sources, setView, choose, hold } = props
  const t = useTranslations("guide")
  const format = useFormatter()
  const isOpen = mayWrite && !isFrozen(version)
  const draft = useDraft(version, isOpen)
  const { failed, change } = useChange()
  const isSaved = draft.saving === "saved"
  useEffect(() => hold(isSaved ? null : version), [hold, isSaved, version])
  const isMine = version.validations.some(({ by }) => by.id === me)
  const questions = isOpen ? questionsOf(draft.lines) : version.questions
  // What is not saved is not what one would validate.
  const mayValidate = mayWrite && !isMine && questions.length > 0 && isSaved
  const validate = () =>
    change(() => ask("POST", `/api/guides/${version.id}/validations`, { revision: draft.revision() }))
  return (
    <>
      <div className="guide-page">
        <header className="guide-head">
          <h2 className="title grow">{t("version", { number: version.number })}</h2>
          {isOpen && (
            <span className="small q2" role="status">
              {draft.saving === "saved"
                ? t("saving.saved")
                : draft.saving === "writing"
                  ? t("saving.writing")
                  : ""}
            </span>
          )}
          {isOpen && (
            <>
              <IconButton icon="undo" label={t("undo")} disabled={!draft.mayUndo} onClick={draft.undo} />
              <IconButton icon="redo" label={t("redo")} disabled={!draft.mayRedo} onClick={draft.redo} />
            </>
          )}
          <Segmented
            label={t("views.label")}
            value="text"
            onChange={setView}
            options={(["text", "changes"] as const).map((value) => ({ value, label: t(`views.${value}`) }))}
          />
          <Button onClick={() => print()} disabled={questions.length === 0}>
            {t("print")}
          </Button>
          {isOpen && <DropVersion version={version} revision={draft.revision} disabled={!isSaved} />}
          {mayWrite && !isMine && (
            <ConfirmDialog
              title={t("validateTitle", { number: version.number })}
              confirm={t("validate")}
              onConfirm={validate}
              trigger={
                <Button kind="primary" icon="check" disabled={!mayValidate}>
                  {t("validate")}
                </Button>
              }
            >
              {t("validateBody")}
            </ConfirmDialog>
          )}
        </header>
        {isMine && <p className="small q2">{t("validated")}</p>}
        {failed && <Alert>{failed}</Alert>}
        {draft.saving === "waiting" && <Alert>{t("saving.waiting")}</Alert>}
        {draft.saving === "refused" && <Alert>{t("saving.refused")}</Alert>}
        {draft.saving === "full" && <Alert>{t("tooLong")}</Alert>}
        {(draft.saving === "changed" || draft.saving === "frozen" || draft.saving === "gone") && (
          <Conflict {...{ project, draft, choose }} is={draft.saving} guide={version.id} />
        )}
        {isOpen || draft.saving === "frozen" ? (
          <GuideLines {...{ draft, sources }} />
        ) : (
          <WrittenGuide questions={version.questions} sources={sources} />
        )}
      </div>
      <PrintedGuide
        title={projectName}
        subtitle={[
          t("version", { number: version.number }),
          ...(version.validations.length > 0
            ? [t("validatedBy", { names: format.list(version.validations.map(({ by }) => by.name)) })]
            : []),
        ].join(" · ")}
        questions={questions}
      />
    </>
  )
}
