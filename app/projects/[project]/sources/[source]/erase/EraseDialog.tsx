"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { ERASED, isMark } from "../../../../../../core/erasing"
import { useChange } from "../../../../../_sync/useChange"
import { Button } from "../../../../../_ui/Button"
import { Segmented } from "../../../../../_ui/Choice"
import { Dialog, DialogClose } from "../../../../../_ui/Dialog"
import { TextField } from "../../../../../_ui/Field"
import { Alert } from "../../../../../_ui/States"

interface Props {
  readonly count: number
  /** A word that is erased unseen as well, even where it was found nowhere. */
  readonly unseen: string | null
  readonly erase: (mark: string) => Promise<void>
}

/** Which mark stands instead, what will be lost, and the act itself. */
export function EraseDialog({ count, unseen, erase }: Props) {
  const t = useTranslations("safety.erase")
  const common = useTranslations("common")
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<"erased" | "own">("erased")
  const [own, setOwn] = useState("X")
  const { busy, failed, change } = useChange({ done: () => setOpen(false) })
  const mark = kind === "erased" ? ERASED : own.trim()

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("confirm.title")}
      trigger={
        <Button kind="danger" icon="trash" disabled={count === 0 && unseen === null}>
          {t("act", { count })}
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button kind="bare">{common("cancel")}</Button>
          </DialogClose>
          <Button
            kind="danger"
            busy={busy}
            disabled={!isMark(mark)}
            onClick={() => change(() => erase(mark))}
          >
            {t("confirm.act")}
          </Button>
        </>
      }
    >
      <ul className="stack lost">
        {(["everywhere", "frozen", "unseen", "device", "backups"] as const).map((what) => (
          <li key={what}>{t(`confirm.${what}`)}</li>
        ))}
      </ul>
      <div className="stack tight">
        <h3 className="strong">{t("mark.label")}</h3>
        <Segmented
          label={t("mark.label")}
          value={kind}
          onChange={setKind}
          options={[
            { value: "erased", label: ERASED },
            { value: "own", label: t("mark.own") },
          ]}
        />
        {kind === "own" && (
          <TextField
            label={t("mark.ownLabel")}
            hint={t("mark.ownHint")}
            value={own}
            maxLength={20}
            autoComplete="off"
            onChange={({ currentTarget: { value } }) => setOwn(value)}
            error={isMark(mark) ? undefined : t("mark.wrong")}
          />
        )}
        <p className="small q2">{t("mark.why")}</p>
      </div>
      {failed && <Alert>{failed}</Alert>}
    </Dialog>
  )
}
