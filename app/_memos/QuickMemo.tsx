"use client"

import { useTranslations } from "next-intl"
import { type ComponentType, useCallback, useEffect, useState } from "react"
import { Problem } from "../_sync/api"
import { useProblemToast } from "../_sync/useProblem"
import { IconButton } from "../_ui/IconButton"
import { newMemoKey } from "./newMemoKey"

interface Props {
  readonly project: string
  readonly me: string
}

type Begun = ComponentType<Props & { readonly close: () => void }>

/** Begins a memo on whatever page one is: by a button, or by its key wherever one is writing. */
export function QuickMemo(props: Props) {
  const t = useTranslations("projectMemos")
  const complain = useProblemToast()
  const [Begun, setBegun] = useState<Begun | null>(null)
  // What writes rich text is large, and most pages are left without it.
  const show = useCallback(
    () =>
      import("./BegunMemo").then(
        ({ BegunMemo }) => setBegun(() => BegunMemo),
        () => complain(new Problem("offline", 0, {})),
      ),
    [complain],
  )
  useNewMemoKey(show)
  return (
    <>
      <IconButton icon="memo" label={t("new")} shortcut="Alt J" aria-keyshortcuts="Alt+J" onClick={show} />
      {Begun && <Begun {...props} close={() => setBegun(null)} />}
    </>
  )
}

/** Heard wherever one writes; not where something waits for an answer, nor where the page has taken the key itself. */
function useNewMemoKey(show: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !newMemoKey(event) || isOpenAbove()) return
      event.preventDefault()
      show()
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [show])
}

function isOpenAbove(): boolean {
  return document.querySelector("[role=dialog]:not(.alongside), [role=alertdialog], [role=menu]") !== null
}
