import { useTranslations } from "next-intl"
import type { Side } from "../../../../core/model"
import type { Overview } from "../../../../server/queries/overview"
import { Who } from "../../../_ui/Who"
import { alwaysOn, type Reader } from "./progress"
import { SourceRow } from "./SourceRow"

interface Props {
  readonly overview: Overview
  readonly reader: Reader
  readonly mayChange: boolean
}

const sides: readonly Side[] = ["a", "b"]

/** Sources by coders: how far each is, and where the talk about them stands. */
export function SourceGrid({ overview, reader, mayChange }: Props) {
  const t = useTranslations("overview")
  const { sources } = overview
  const shown = sides.filter((side) =>
    sources.some(({ coders }) => coders.some((each) => each.side === side)),
  )
  const most = Math.max(1, ...sources.flatMap(({ coders }) => coders.map(({ newCodes }) => newCodes)))
  return (
    <div className="scroll-x">
      <table className="roomy linked flush">
        <caption className="vh">{t("grid.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("grid.source")}</th>
            <th scope="col" className="r">
              {t("grid.length")}
            </th>
            {shown.map((side) => (
              <CoderHead key={side} side={side} name={alwaysOn(side, sources)?.name ?? null} />
            ))}
            <th scope="col">{t("grid.talk")}</th>
            <th scope="col">{t("grid.newCodes")}</th>
            {mayChange && (
              <th scope="col">
                <span className="vh">{t("grid.acts")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceRow
              key={source.id}
              project={overview.id}
              source={source}
              reader={reader}
              sides={shown}
              named={shown.filter((side) => !alwaysOn(side, sources))}
              acts={mayChange ? { members: overview.members } : null}
              most={most}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CoderHead({ side, name }: { readonly side: Side; readonly name: string | null }) {
  const t = useTranslations("overview")
  const words = name ?? t("grid.coder", { side: side.toUpperCase() })
  return (
    <th scope="col">
      <span className="row">
        <Who side={side} name={name ?? side} silent />
        {words.split(/\s+/)[0]}
      </span>
    </th>
  )
}
