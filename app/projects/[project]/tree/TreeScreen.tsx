"use client"

import { useTranslations } from "next-intl"
import { useCallback, useMemo, useState } from "react"
import type { Approach } from "../../../../core/model"
import { Button } from "../../../_ui/Button"
import { Dialog } from "../../../_ui/Dialog"
import { Alert, EmptyState, Skeleton } from "../../../_ui/States"
import { AddDialog } from "./AddDialog"
import { CodePanel } from "./CodePanel"
import { levelOf } from "./levels"
import { MergeDialog } from "./MergeDialog"
import { MoveDialog } from "./MoveDialog"
import { RemoveDialog } from "./RemoveDialog"
import { search, visibleRows } from "./rows"
import { Suggestions } from "./Suggestions"
import { TreeGrid } from "./TreeGrid"
import { TreeHead } from "./TreeHead"
import { useChosen } from "./useChosen"
import { useNarrow } from "./useNarrow"
import { useTreeActs } from "./useTreeActs"
import { useTreeData } from "./useTreeData"
import { useUndo } from "./useUndo"

interface Props {
  readonly project: string
  readonly approach: Approach
  /** The sources the reader codes: their text is on the desk, the others' in the confrontation. */
  readonly coded: readonly string[]
  readonly initial: string | null
}

/** What is being asked in a dialog. `code` is what it is about; null: the root. */
export type Asking =
  | { readonly what: "add"; readonly code: string | null; readonly codable: boolean }
  | { readonly what: "move" | "remove"; readonly code: string }
  | { readonly what: "merge"; readonly code: string; readonly with: string | null }
  | { readonly what: "suggestions" }

export function TreeScreen({ project, approach, coded, initial }: Props) {
  const t = useTranslations("tree")
  const { data, revision, refused, offline } = useTreeData(project)
  const acts = useTreeActs(project)
  const { what, undo } = useUndo(project, revision)
  const narrow = useNarrow()
  const [query, setQuery] = useState("")
  const [below, setBelow] = useState(true)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState<Asking | null>(null)
  const [sheet, setSheet] = useState(initial !== null)
  const [naming, setNaming] = useState(0)
  const { chosen, choose } = useChosen(initial, data)

  const tree = data?.tree
  const found = useMemo(() => (tree ? search(tree, query) : null), [tree, query])
  const rows = useMemo(() => (tree ? visibleRows(tree, closed, found) : []), [tree, closed, found])
  const fold = useCallback((code: string, open: boolean) => {
    setClosed((now) => {
      const next = new Set(now)
      if (open) next.delete(code)
      else next.add(code)
      return next
    })
  }, [])
  const open = (code: string) => {
    choose(code)
    setSheet(true)
  }
  const rename = (code: string) => {
    open(code)
    setNaming((now) => now + 1)
  }

  if (refused)
    return (
      <Centre>
        <Alert>{t("refused")}</Alert>
      </Centre>
    )
  if (!data)
    return (
      <Centre>
        <Skeleton lines={8} />
      </Centre>
    )

  const node = chosen === null ? undefined : data.nodes.get(chosen)
  const shared = { data, approach, acts, ask: setAsking, project }
  const panel = node && (
    <CodePanel {...shared} key={node.code.id} node={node} coded={coded} naming={naming} onChoose={choose} />
  )
  return (
    <div className="tree-screen">
      <main id="main" tabIndex={-1} className="tree-main">
        <TreeHead
          {...shared}
          query={query}
          onQuery={setQuery}
          below={below}
          onBelow={setBelow}
          undoWhat={what}
          onUndo={undo}
          offline={offline}
        />
        {data.tree.length === 0 ? (
          <EmptyState
            title={t("empty.title")}
            action={
              <Button icon="plus" onClick={() => setAsking({ what: "add", code: null, codable: false })}>
                {t("add.title", { level: t(`levels.a.${levelOf(approach, false, 0)}`) })}
              </Button>
            }
          >
            {t("empty.body")}
          </EmptyState>
        ) : (
          <TreeGrid
            {...shared}
            rows={rows}
            below={below}
            chosen={node ? chosen : null}
            onChoose={choose}
            onOpen={open}
            onFold={fold}
            onRename={rename}
            nothingFound={found?.size === 0 ? query : null}
          />
        )}
      </main>
      {narrow ? (
        node && (
          <Dialog title={node.code.name} open={sheet} onOpenChange={setSheet} wide hideTitle>
            {panel}
          </Dialog>
        )
      ) : (
        <aside className="tree-panel" aria-label={t("panel.label")}>
          {panel ?? <p className="q pad">{t("panel.none")}</p>}
        </aside>
      )}
      {asking?.what === "add" && (
        <AddDialog {...shared} asking={asking} onDone={(id) => (id ? open(id) : null)} />
      )}
      {asking?.what === "move" && <MoveDialog {...shared} code={asking.code} />}
      {asking?.what === "merge" && (
        <MergeDialog {...shared} code={asking.code} other={asking.with} onDone={choose} />
      )}
      {asking?.what === "remove" && <RemoveDialog {...shared} code={asking.code} />}
      {asking?.what === "suggestions" && <Suggestions {...shared} />}
    </div>
  )
}

function Centre({ children }: { readonly children: React.ReactNode }) {
  const t = useTranslations("tree")
  return (
    <main id="main" tabIndex={-1} className="tree-main">
      <h1 className="vh">{t("title")}</h1>
      {children}
    </main>
  )
}
