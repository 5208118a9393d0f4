"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { questionsOf } from "../../../../core/guide"
import type { GuideVersion } from "../../../../server/queries/guides"
import { ask } from "../../../_sync/api"
import { useChange } from "../../../_sync/useChange"
import { Button } from "../../../_ui/Button"
import { Alert } from "../../../_ui/States"
import type { Draft } from "./useDraft"

interface Props {
  readonly project: string
  readonly guide: string
  readonly is: "changed" | "frozen" | "gone"
  readonly draft: Draft
  readonly choose: (id: string) => void
}

/** Two have written the same version, or one wrote what another had validated or thrown away: whoever comes second chooses. */
export function Conflict({ project, guide, is, draft, choose }: Props) {
  const t = useTranslations("guide.conflict")
  const router = useRouter()
  const { busy, failed, change } = useChange()
  const path = `/api/projects/${project}/guides`
  const theirs = async () => {
    const { guides } = await ask<{ guides: GuideVersion[] }>("GET", path)
    return guides.find(({ id }) => id === guide)!
  }
  const carryOver = async () => {
    const { id } = await ask<{ id: string }>("POST", path)
    await ask("PUT", `/api/guides/${id}`, { revision: 0, questions: questionsOf(draft.lines) })
    router.refresh()
    choose(id)
  }
  return (
    <Alert>
      <div className="stack tight">
        <p>{t(is)}</p>
        <div className="row wrap">
          {is === "changed" ? (
            <>
              <Button busy={busy} onClick={() => change(async () => draft.take(await theirs()))}>
                {t("theirs")}
              </Button>
              <Button busy={busy} onClick={() => change(async () => draft.insist(await theirs()))}>
                {t("mine")}
              </Button>
              <span className="small q2">{t("theirsHint")}</span>
            </>
          ) : (
            <Button busy={busy} onClick={() => change(carryOver)}>
              {t("carry")}
            </Button>
          )}
        </div>
        {failed && <p>{failed}</p>}
      </div>
    </Alert>
  )
}
