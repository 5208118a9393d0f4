"use client"

import { useTranslations } from "next-intl"
import { useCallback, useEffect, useState } from "react"
import type { Code } from "../../../../core/reading"
import { ask } from "../../../_sync/api"
import { useProblemToast } from "../../../_sync/useProblem"
import { useToast } from "../../../_ui/Toasts"

/** As `GET /api/projects/:project/codes/undo` answers it. */
export type Undoable =
  | {
      readonly kind: "change"
      readonly code: Code
      readonly fields: readonly { readonly field: string; readonly before: unknown }[]
    }
  | {
      readonly kind: "merge"
      readonly how: "merging" | "relating"
      readonly from: string
      readonly into: string
    }

/** One's own last act on the tree, and taking it back: by button, or by its key outside of what is being written. */
export function useUndo(project: string, revision: number | undefined) {
  const path = `/api/projects/${project}/codes/undo`
  const t = useTranslations("tree.undo")
  const say = useToast()
  const problem = useProblemToast()
  const words = useUndoWords()
  const [undoable, setUndoable] = useState<Undoable | null>(null)

  useEffect(() => {
    if (revision === undefined) return
    let gone = false
    ask<{ undoable: Undoable | null }>("GET", path).then(
      (answer) => gone || setUndoable(answer.undoable),
      () => {}, // The button stays as it was; pressing it says what is wrong.
    )
    return () => {
      gone = true
    }
  }, [path, revision])

  const undo = useCallback(async () => {
    try {
      const { undone } = await ask<{ undone: Undoable }>("POST", path)
      say(t("done", { what: words(undone) }))
    } catch (error) {
      problem(error)
    }
  }, [path, say, problem, t, words])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const chord = (event.metaKey || event.ctrlKey) && !event.shiftKey && event.key.toLowerCase() === "z"
      if (!chord || event.defaultPrevented || isWritten(event.target)) return
      event.preventDefault()
      void undo()
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [undo])

  return { what: undoable && words(undoable), undo }
}

function useUndoWords() {
  const t = useTranslations("tree.undo")
  return useCallback(
    (act: Undoable) => {
      if (act.kind === "merge") return t(act.how, { from: act.from, into: act.into })
      const { field, before } = act.fields[0] ?? { field: "", before: null }
      const { name } = act.code
      if (field === "name") return t("name", { before: String(before), name })
      const key = `fields.${field}` as "fields.parent"
      return t.has(key) ? t(key, { name }) : t("fields.other", { name })
    },
    [t],
  )
}

/** Whether a key belongs to a field in which something is written, or to an open dialog. */
export function isWritten(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu]",
    ) !== null
  )
}
