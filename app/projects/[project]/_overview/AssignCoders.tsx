"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { Overview, SourceOverview } from "../../../../server/queries/overview"
import { CoderChoice } from "../../../_frame/CoderChoice"
import { ask } from "../../../_sync/api"
import { useChange } from "../../../_sync/useChange"
import { Button } from "../../../_ui/Button"
import { Dialog, DialogClose } from "../../../_ui/Dialog"
import { Alert } from "../../../_ui/States"

interface Props {
  readonly source: SourceOverview
  readonly members: Overview["members"]
  readonly close: () => void
}

/** Who codes a source: A and B. */
export function AssignCoders({ source, members, close }: Props) {
  const t = useTranslations("overview")
  const common = useTranslations("common")
  const [coders, setCoders] = useState(source.coders.map(({ id }) => id))
  const { busy, failed, change } = useChange({ done: close })
  return (
    <Dialog
      open
      onOpenChange={close}
      title={t("acts.codersOf", { title: source.title })}
      description={source.codingOpened ? t("acts.codersOpened") : undefined}
      footer={
        <>
          <DialogClose>
            <Button kind="bare">{common("cancel")}</Button>
          </DialogClose>
          <Button
            kind="primary"
            busy={busy}
            onClick={() => change(() => ask("PUT", `/api/sources/${source.id}/assignments`, { coders }))}
          >
            {common("save")}
          </Button>
        </>
      }
    >
      <CoderChoice members={members} coders={coders} onChange={setCoders} />
      {failed && <Alert>{failed}</Alert>}
    </Dialog>
  )
}
