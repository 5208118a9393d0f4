import Link from "next/link"
import { useTranslations } from "next-intl"
import type { Side } from "../../../../core/model"
import type { Overview, SourceOverview } from "../../../../server/queries/overview"
import { lengthText } from "../../../_sound/positionText"
import { classes } from "../../../_ui/classes"
import { Pie } from "../../../_ui/Pie"
import { NewCodes } from "./NewCodes"
import { coderOn, placeOf, type Reader, stateOf } from "./progress"
import { DestroyedRecording } from "./RecordingNotices"
import { SourceActs } from "./SourceActs"
import { TalkCell } from "./TalkCell"

interface Props {
  readonly project: string
  readonly source: SourceOverview
  readonly reader: Reader
  readonly sides: readonly Side[]
  /** Sides whose coder is not always the same, and so is named in the row. */
  readonly named: readonly Side[]
  readonly acts: { readonly members: Overview["members"] } | null
  /** New codes of the coder and source that brought most. */
  readonly most: number
}

export function SourceRow({ project, source, reader, sides, named, acts, most }: Props) {
  const t = useTranslations("overview")
  const current = source.coders.some((coder) => coder.id === reader.id && stateOf(coder) === "doing")
  return (
    <tr className={classes(current && "current")}>
      <th scope="row">
        <Link className="title-of-source clip" href={placeOf(project, source, reader)}>
          {source.title} {source.about && <span className="q2">{source.about}</span>}
        </Link>
        {source.transcribing && <span className="small q2">{t("transcribing")}</span>}
        {source.checks && (
          <Link className="small q2 checks" href={`/projects/${project}/sources/${source.id}/member-check`}>
            {t("checks", { ...source.checks })}
          </Link>
        )}
        <DestroyedRecording kept={source.kept} />
      </th>
      <td className="r q2">{source.durationMs === null ? "–" : lengthText(source.durationMs)}</td>
      {sides.map((side) => (
        <td key={side}>
          <CoderCell source={source} side={side} named={named.includes(side)} />
        </td>
      ))}
      <td>
        <TalkCell source={source} href={`/projects/${project}/sources/${source.id}/review`} />
      </td>
      <td className="new-codes">
        <NewCodes source={source} most={most} />
      </td>
      {acts && (
        <td className="r">
          <SourceActs project={project} source={source} members={acts.members} />
        </td>
      )}
    </tr>
  )
}

interface CellProps {
  readonly source: SourceOverview
  readonly side: Side
  readonly named: boolean
}

function CoderCell({ source, side, named }: CellProps) {
  const t = useTranslations("overview")
  const coder = coderOn(side, source)
  if (!coder) return <span className="small q">{t("notPlanned")}</span>
  const { done, of, name } = coder
  const state = stateOf(coder)
  return (
    <span className="row">
      <Pie side={side} done={done} of={of} />
      {state === "doing" ? (
        <span className="num">
          {t.rich("doneOf", { done, of, quiet: (words) => <span className="q">{words}</span> })}
        </span>
      ) : (
        <span className={classes(state === "todo" && "q")}>{t(`state.${state}`)}</span>
      )}
      {named && <span className="small q">{name}</span>}
    </span>
  )
}
