"use client"

import { useTranslations } from "next-intl"
import { useMemo } from "react"
import type { Code, MergeRow } from "../../../../core/reading"
import { ask } from "../../../_sync/api"
import { useOnce } from "../../../_sync/useOnce"
import { useProblemToast } from "../../../_sync/useProblem"
import { useToast } from "../../../_ui/Toasts"

/** The fields of a code that are written in words or chosen on the panel. */
export type WrittenField =
  | "name"
  | "definition"
  | "useWhen"
  | "doNotUseWhen"
  | "example"
  | "colour"
  | "removed"

export type TreeActs = ReturnType<typeof useTreeActs>

/** What one can do to the tree. Each says what went wrong, and answers whether it was done. */
export function useTreeActs(project: string) {
  const t = useTranslations("tree")
  const common = useTranslations("common")
  const say = useToast()
  const problem = useProblemToast()
  const once = useOnce()
  return useMemo(() => {
    async function attempt(act: () => Promise<unknown>): Promise<boolean> {
      try {
        await act()
        return true
      } catch (error) {
        problem(error)
        return false
      }
    }
    const undoMerge = (merge: string) => attempt(() => ask("DELETE", `/api/merges/${merge}`))
    return {
      write: (code: string, field: WrittenField, value: string | boolean | null) =>
        attempt(() => ask("PATCH", `/api/codes/${code}`, { [field]: value })),
      move: (code: string, parent: string | null) =>
        attempt(() => ask("POST", `/api/codes/${code}/move`, { parent })),
      /** Answers the new code's id. */
      async create(name: string, parent: string | null, codable: boolean): Promise<string | null> {
        const said = { name, parent, codable }
        let made: string | null = null
        await attempt(() =>
          once(said, async (id) => {
            await ask("POST", `/api/projects/${project}/codes`, { id, ...said })
            made = id
          }),
        )
        return made
      },
      merge: (from: Code, into: Code, how: MergeRow["how"]) =>
        attempt(async () => {
          const { id } = await ask<{ id: string }>("POST", `/api/codes/${from.id}/merge`, {
            into: into.id,
            how,
          })
          say({
            text: t(how === "merging" ? "merge.done" : "merge.relatedDone", {
              from: from.name,
              into: into.name,
            }),
            action: { label: common("undo"), run: () => void undoMerge(id) },
          })
        }),
      undoMerge,
    }
  }, [project, say, problem, once, t, common])
}
