"use client"

import { useTranslations } from "next-intl"
import { AlertDialog as Primitive } from "radix-ui"
import { type ReactNode, useState } from "react"
import { Button } from "./Button"
import { useOpener } from "./useOpener"

interface Props {
  readonly title: ReactNode
  /** What will happen, and what stays. */
  readonly children: ReactNode
  /** The verb on the button that does it. */
  readonly confirm: ReactNode
  readonly onConfirm: () => void | Promise<void>
  /** Something is deleted. */
  readonly danger?: boolean
  readonly trigger?: ReactNode
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

/** Asks before an act that cannot be undone; closes once it is done, and stays open when it fails. */
export function ConfirmDialog({ title, children, confirm, onConfirm, danger, trigger, ...given }: Props) {
  const t = useTranslations("common")
  const [ownOpen, setOwnOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const open = given.open ?? ownOpen
  const setOpen = given.onOpenChange ?? setOwnOpen
  const giveBack = useOpener(open)

  async function act() {
    setBusy(true)
    try {
      await onConfirm()
      setOpen(false)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Primitive.Root open={open} onOpenChange={setOpen}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className="scrim" />
        <Primitive.Content className="dialog" onCloseAutoFocus={giveBack}>
          <header>
            <Primitive.Title>{title}</Primitive.Title>
          </header>
          <Primitive.Description asChild>
            <div className="body q2">{children}</div>
          </Primitive.Description>
          <footer>
            <Primitive.Cancel asChild>
              <Button kind="bare">{t("cancel")}</Button>
            </Primitive.Cancel>
            <Button kind={danger ? "danger" : "primary"} busy={busy} onClick={act}>
              {confirm}
            </Button>
          </footer>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
