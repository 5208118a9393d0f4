"use client"

import { useTranslations } from "next-intl"
import { createContext, type ReactNode, useContext, useState } from "react"
import { createOutbox } from "../_sync/outbox"
import { useProblemToast } from "../_sync/useProblem"
import { ConfirmDialog } from "../_ui/ConfirmDialog"
import { signOut } from "./signOut"

const Leave = createContext<() => void>(() => {})

/** Signs out, after asking when decisions made on this device have not been sent: they would go with the rest. */
export function useLeave(): () => void {
  return useContext(Leave)
}

/** Stands around a page's header, because a menu that asks is gone before it is answered. */
export function SigningOut({ member, children }: { readonly member: string; readonly children: ReactNode }) {
  const t = useTranslations("signin")
  const sayProblem = useProblemToast()
  const [unsent, setUnsent] = useState(0)

  const leave = () => signOut(member).catch(sayProblem)
  function ask() {
    const waiting = waitingOf(member)
    if (waiting === 0) void leave()
    else setUnsent(waiting)
  }

  return (
    <Leave value={ask}>
      {children}
      <ConfirmDialog
        open={unsent > 0}
        onOpenChange={() => setUnsent(0)}
        title={t("leaving.title")}
        confirm={t("leaving.confirm")}
        danger
        onConfirm={leave}
      >
        {t("leaving.body", { count: unsent })}
      </ConfirmDialog>
    </Leave>
  )
}

function waitingOf(member: string): number {
  return createOutbox(member, localStorage, () => {}).read().waiting.length
}
