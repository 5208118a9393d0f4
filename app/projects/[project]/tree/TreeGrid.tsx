import { useTranslations } from "next-intl"
import { useRef } from "react"
import { Who } from "../../../_ui/Who"
import type { Row } from "./rows"
import type { Shared } from "./shared"
import { TreeRow } from "./TreeRow"
import { useTreeKeys } from "./useTreeKeys"

export interface GridProps extends Shared {
  readonly rows: readonly Row[]
  /** Whether what lies under a node counts with it. */
  readonly below: boolean
  readonly chosen: string | null
  readonly onChoose: (code: string) => void
  /** Chooses and shows it, also where the panel is a sheet. */
  readonly onOpen: (code: string) => void
  readonly onFold: (code: string, open: boolean) => void
  readonly onRename: (code: string) => void
  readonly nothingFound: string | null
}

export function TreeGrid(props: GridProps) {
  const { rows, data, below, chosen, nothingFound } = props
  const t = useTranslations("tree")
  const { onKeyDown, body } = useTreeKeys(props)
  const dragged = useRef<string | null>(null)
  const most = Math.max(
    1,
    ...rows.flatMap(({ id }) => {
      const { a, b } = data.countsOf(id, below)
      return [a, b]
    }),
  )
  const reachable = rows.some(({ id }) => id === chosen) ? chosen : rows[0]?.id
  return (
    <div className="tree-scroll">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a treegrid is a table whose rows take keys. */}
      <table className="treegrid" role="treegrid" aria-label={t("title")}>
        <thead>
          <tr>
            <th scope="col">{t("columns.code")}</th>
            <th scope="col" className="from">
              {t("columns.from")}
            </th>
            <th scope="col" className="bar">
              {t("columns.passages")}
            </th>
            <th scope="col" className="r">
              <Who side="a" name={data.names.a || "A"} />
            </th>
            <th scope="col" className="r">
              <Who side="b" name={data.names.b || "B"} />
            </th>
            <th scope="col" className="r">
              {t("columns.agreed")}
            </th>
            <th scope="col" className="r">
              {t("columns.open")}
            </th>
            <th scope="col" className="r">
              {t("columns.resolved")}
            </th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row) => (
            <TreeRow
              key={row.id}
              {...props}
              dragged={dragged}
              row={row}
              most={most}
              reachable={row.id === reachable}
            />
          ))}
        </tbody>
      </table>
      {nothingFound !== null && (
        <p className="q pad" role="status">
          {t("nothingFound", { query: nothingFound })}
        </p>
      )}
      {Object.keys(data.view.counts).length === 0 && <p className="q pad">{t("nothingRevealed")}</p>}
    </div>
  )
}
