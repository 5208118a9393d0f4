import { useTranslations } from "next-intl"
import type { RefObject } from "react"
import { classes } from "../../../_ui/classes"
import { Icon } from "../../../_ui/Icon"
import { Bars, Provenance, Swatch, variables } from "../../../_ui/Marks"
import { provenanceOf } from "./provenance"
import type { Row } from "./rows"
import type { GridProps } from "./TreeGrid"
import { useDropping } from "./useDropping"

interface Props extends GridProps {
  readonly row: Row
  /** The greatest count shown: the length of the longest bar. */
  readonly most: number
  /** Whether Tab leads here. */
  readonly reachable: boolean
  /** The row that is being dragged. */
  readonly dragged: RefObject<string | null>
}

export function TreeRow(props: Props) {
  const { row, most, reachable, data, below, chosen, onOpen, onFold } = props
  const t = useTranslations("tree")
  const { code } = row.node
  const { a, b, agreed, open, resolved } = data.countsOf(row.id, below && row.expanded !== null)
  const from = provenanceOf(data.view.counts[row.id], data.view.people)
  const mergedIn = data.merges.filter(
    (merge) => merge.how === "merging" && !merge.undone && data.canonical(merge.from) === row.id,
  ).length
  const dropping = useDropping(props)
  return (
    <tr
      data-code={row.id}
      className={classes(!code.codable && "category", dropping.over && "over")}
      aria-level={row.depth + 1}
      aria-posinset={row.place}
      aria-setsize={row.of}
      aria-expanded={row.expanded ?? undefined}
      aria-selected={chosen === row.id}
      tabIndex={reachable ? 0 : -1}
      onClick={() => onOpen(row.id)}
      {...dropping.listeners}
    >
      <td>
        <span className="row name" style={variables({ d: row.depth })}>
          {row.expanded === null ? (
            <span className="twist" />
          ) : (
            <button
              type="button"
              className="twist"
              tabIndex={-1}
              aria-label={t(row.expanded ? "fold" : "unfold", { name: code.name })}
              onClick={(event) => {
                event.stopPropagation()
                onFold(row.id, !row.expanded)
              }}
            >
              <Icon name={row.expanded ? "chevronDown" : "chevronRight"} />
            </button>
          )}
          {(code.colour !== null || (!code.codable && row.depth === 0)) && <Swatch colour={code.colour} />}
          <span className="clip">{code.name}</span>
          {mergedIn > 0 && <span className="tag">{t("mergeOf", { count: mergedIn + 1 })}</span>}
          {code.removed && <span className="tag">{t("removed")}</span>}
        </span>
      </td>
      <td className="from">{from && code.codable && <Provenance from={from} names={data.names} />}</td>
      <td className="bar">
        <Bars a={a} b={b} of={most} />
      </td>
      <Count of={a} />
      <Count of={b} />
      <Count of={agreed} />
      <Count of={open} className="open" />
      <Count of={resolved} />
    </tr>
  )
}

function Count({ of, className }: { readonly of: number; readonly className?: string }) {
  return <td className={classes("r", of === 0 ? "zero" : className)}>{of}</td>
}
