"use client"

import { useTranslations } from "next-intl"
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react"
import { useDevice } from "../_device/DeviceOf"
import { useOutgoing } from "../_sync/Outgoing"
import { useProblemToast } from "../_sync/useProblem"
import { Button } from "../_ui/Button"
import { Dialog } from "../_ui/Dialog"
import { holdsUnsent } from "./holdsUnsent"
import { signOut } from "./signOut"

const Leave = createContext<() => void>(() => {})

/** Signs out, after asking when something on this device has not been sent: it would go with the rest. */
export function useLeave(): () => void {
  return useContext(Leave)
}

type Step = "closed" | "asking" | "waiting"
const LOOK_AGAIN_MS = 500

/** Stands around a page's header, because a menu that asks is gone before it is answered. */
export function SigningOut({ member, children }: { readonly member: string; readonly children: ReactNode }) {
  const t = useTranslations("signin.leaving")
  const sayProblem = useProblemToast()
  const device = useDevice()
  const outgoing = useOutgoing()
  const [step, setStep] = useState<Step>("closed")

  const leave = useCallback(() => {
    setStep("closed")
    return signOut(member).catch(sayProblem)
  }, [member, sayProblem])
  /** False where something has not been sent. */
  const leaveWithNothing = useCallback(async () => {
    if (await holdsUnsent(device, outgoing)) return false
    void leave()
    return true
  }, [device, outgoing, leave])
  async function ask() {
    if (!(await leaveWithNothing())) setStep("asking")
  }
  useEffect(() => {
    if (step !== "waiting") return
    const timer = setInterval(leaveWithNothing, LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [step, leaveWithNothing])

  return (
    <Leave value={() => void ask()}>
      {children}
      <Dialog
        open={step !== "closed"}
        onOpenChange={(open) => !open && setStep("closed")}
        title={t("title")}
        description={t(step === "waiting" ? "waiting" : "body")}
        footer={
          <>
            <Button kind="danger" onClick={leave}>
              {t("confirm")}
            </Button>
            <Button kind="primary" busy={step === "waiting"} onClick={() => setStep("waiting")}>
              {t("wait")}
            </Button>
          </>
        }
      />
    </Leave>
  )
}
