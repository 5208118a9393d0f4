"use client"

import { useTranslations } from "next-intl"
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react"
import { Button } from "./Button"
import { IconButton } from "./IconButton"

export interface Toast {
  readonly text: ReactNode
  /** One thing to do about it: "Undo". */
  readonly action?: { readonly label: string; readonly run: () => void }
  /** What is said later about the same thing takes the place of this. */
  readonly about?: string
}

type Shown = Toast & { readonly key: number }

const shownForMs = 7000
const Say = createContext<((toast: Toast | string) => void) | null>(null)

/** Says something in passing, at the foot of the screen and to those who hear the page, without taking focus. */
export function useToast(): (toast: Toast | string) => void {
  const say = useContext(Say)
  if (!say) throw new Error("useToast outside Toasts")
  return say
}

/** Holds the last three things said; each leaves by itself, except under the pointer or focus. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([])
  const say = useCallback((toast: Toast | string) => {
    const said = typeof toast === "string" ? { text: toast } : toast
    setShown((before) => {
      const others = before.filter(({ about }) => about === undefined || about !== said.about)
      return [...others.slice(-2), { ...said, key: (before.at(-1)?.key ?? 0) + 1 }]
    })
  }, [])
  const remove = useCallback((key: number) => setShown((now) => now.filter((toast) => toast.key !== key)), [])

  return (
    <Say value={say}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {shown.map((toast) => (
          <ToastLine key={toast.key} toast={toast} onGone={remove} />
        ))}
      </div>
    </Say>
  )
}

function ToastLine({ toast, onGone }: { readonly toast: Shown; readonly onGone: (key: number) => void }) {
  const t = useTranslations("common")
  const [held, setHeld] = useState(false)
  const { key, text, action } = toast

  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => onGone(key), shownForMs)
    return () => clearTimeout(timer)
  }, [held, key, onGone])

  const hold = () => setHeld(true)
  const release = () => setHeld(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while someone reads.
    <div className="toast" onPointerEnter={hold} onPointerLeave={release} onFocus={hold} onBlur={release}>
      <span className="grow">{text}</span>
      {action && (
        <Button
          kind="bare"
          onClick={() => {
            onGone(key)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label={t("close")} onClick={() => onGone(key)} />
    </div>
  )
}
