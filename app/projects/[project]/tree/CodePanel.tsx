"use client"

import { useTranslations } from "next-intl"
import type { CodeNode } from "../../../../core/codebook"
import { Who } from "../../../_ui/Who"
import { EditableText } from "./EditableText"
import { levelOf } from "./levels"
import { MergesOf } from "./MergesOf"
import { PanelActs } from "./PanelActs"
import { Quotes } from "./Quotes"
import type { Shared } from "./shared"

export interface PanelProps extends Shared {
  readonly node: CodeNode
  readonly coded: readonly string[]
  /** Grows each time the name is to be written anew. */
  readonly naming: number
  readonly onChoose: (code: string) => void
}

const written = ["definition", "useWhen", "doNotUseWhen", "example"] as const

/** Everything about one node: where it stands, what it means, how much lies under it, and the quotes. */
export function CodePanel(props: PanelProps) {
  const { node, data, approach, acts, naming, onChoose } = props
  const t = useTranslations("tree")
  const { code } = node
  const above = data.above(code.id)
  const level = levelOf(approach, code.codable, above.length)
  return (
    <>
      <div className="panel-head">
        <nav className="micro q row wrap" aria-label={t("panel.path")}>
          {above.map(({ id, name }) => (
            <span key={id}>
              <button type="button" className="link" onClick={() => onChoose(id)}>
                {name}
              </button>
              {" ›"}
            </span>
          ))}
          <span>{t(`levels.${level}`)}</span>
        </nav>
        <div className="row top-aligned">
          <h2 className="vh">{code.name}</h2>
          <div className="grow">
            <EditableText
              label={t("panel.name")}
              hideLabel
              single
              className="code-name"
              value={code.name}
              summoned={naming}
              onSave={(name) => acts.write(code.id, "name", name)}
            />
          </div>
          <PanelActs {...props} />
        </div>
        {written.map((field) => (
          <EditableText
            key={field}
            label={t(`panel.${field}`)}
            placeholder={t("panel.empty")}
            className={field === "example" ? "verbatim" : undefined}
            value={code[field]}
            onSave={(words) => acts.write(code.id, field, words)}
          />
        ))}
        <Figures {...props} />
        <Origin {...props} />
        <MergesOf {...props} />
      </div>
      <Quotes {...props} />
    </>
  )
}

function Figures({ node, data }: PanelProps) {
  const t = useTranslations("tree.columns")
  const { a, b, agreed, open, resolved } = data.countsOf(node.code.id, false)
  const sum = data.countsOf(node.code.id, true)
  const pairs = [
    ["agreed", agreed, sum.agreed],
    ["open", open, sum.open],
    ["resolved", resolved, sum.resolved],
  ] as const
  const parent = node.children.length > 0
  return (
    <dl className="figures">
      <Figure value={a} sum={parent ? sum.a : null} label={<Who side="a" name={data.names.a || "A"} />} />
      <Figure value={b} sum={parent ? sum.b : null} label={<Who side="b" name={data.names.b || "B"} />} />
      {pairs.map(([key, value, below]) => (
        <Figure key={key} label={t(key)} value={value} sum={parent ? below : null} />
      ))}
    </dl>
  )
}

/** A count, and the sum with what lies below where something does. */
function Figure({ label, value, sum }: { label: React.ReactNode; value: number; sum: number | null }) {
  const t = useTranslations("tree.panel")
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value}
        {sum !== null && <span className="q micro block">{t("withBelow", { sum })}</span>}
      </dd>
    </div>
  )
}

/** Whose new code it was, and in which interview it was first revealed. */
function Origin({ node, data }: PanelProps) {
  const t = useTranslations("tree.panel")
  const { member, source } = node.code.origin
  const name = data.view.people[member ?? ""]?.name
  if (!name) return null
  const title = data.view.sources[source ?? ""]?.title ?? ""
  return <p className="small q">{t("origin", { name, title })}</p>
}
