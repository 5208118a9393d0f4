"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type * as Y from "yjs"
import type { History } from "../../../../../../core/ydoc/history"
import { Dialog } from "../../../../../_ui/Dialog"
import { IconButton } from "../../../../../_ui/IconButton"
import { useVersions, type Version } from "./useVersions"
import { VersionList } from "./VersionList"
import { VersionShown } from "./VersionShown"

interface Props {
  readonly source: string
  readonly doc: Y.Doc
  readonly history: History
  /** All that was written here is on the server, and so would be in a version that is kept now. */
  readonly saved: boolean
}

/** How the transcript stood: kept by name, looked at, brought back. */
export function Versions(props: Props) {
  const t = useTranslations("transcribe.versions")
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      title={t("title")}
      description={t("lead")}
      wide
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton icon="clock" label={t("title")} />}
    >
      {open && <Inside {...props} close={() => setOpen(false)} />}
    </Dialog>
  )
}

function Inside({ source, doc, history, saved, close }: Props & { readonly close: () => void }) {
  const versions = useVersions(source)
  const [shown, setShown] = useState<Version | null>(null)
  if (!shown) return <VersionList versions={versions} saved={saved} show={setShown} />
  return (
    <VersionShown
      version={shown}
      versions={versions}
      doc={doc}
      history={history}
      back={() => setShown(null)}
      done={close}
    />
  )
}
