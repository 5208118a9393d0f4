import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { accessTo } from "../../../core/access"
import { overviewOf } from "../../../server/queries/overview"
import { projectTitle } from "../../../server/queries/titles"
import { enterProject } from "../../_enter"
import { ProjectFrame } from "../../_frame/ProjectFrame"
import { KeptHere } from "../../_recorder/KeptHere"
import { AskedOfCoders } from "./_overview/AskedOfCoders"
import { FirstSteps } from "./_overview/FirstSteps"
import { ForYou } from "./_overview/ForYou"
import { Head } from "./_overview/Head"
import { Here } from "./_overview/Here"
import { Legend } from "./_overview/Legend"
import { RecordingNotices } from "./_overview/RecordingNotices"
import { SourceGrid } from "./_overview/SourceGrid"
import { StayFresh } from "./_overview/StayFresh"
import "./_overview/overview.css"

type Props = { readonly params: Promise<{ readonly project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { services, project } = await enterProject((await params).project)
  const { name } = await projectTitle(services.db, project)
  return { title: name }
}

export default async function OverviewPage({ params }: Props) {
  const entered = await enterProject((await params).project)
  const { services, caller, member, project } = entered
  const t = await getTranslations("overview")
  const overview = await overviewOf(services, project, member)
  const mayChange = accessTo({ kind: "settings" }, member) === "write"
  const readsTree = accessTo({ kind: "tree", project }, member) !== "none"
  const people = overview.members.map(({ id, name }) => ({
    id,
    name,
    side: overview.sources.flatMap(({ coders }) => coders).find((coder) => coder.id === id)?.side ?? null,
  }))
  return (
    <ProjectFrame entered={entered} end={<Here project={project} me={caller.id} people={people} />}>
      <StayFresh project={readsTree ? project : null} />
      {overview.sources.length === 0 ? (
        <FirstSteps project={project} mayChange={mayChange} alone={overview.members.length === 1} />
      ) : (
        <div className="with-side overview">
          <div className="main">
            <Head
              overview={overview}
              mayChange={mayChange}
              mayExport={accessTo({ kind: "export" }, member) !== "none"}
            />
            <AskedOfCoders sources={overview.sources} />
            <KeptHere
              project={project}
              sources={overview.sources
                .filter(({ id }) => accessTo({ kind: "giving", source: id }, member) !== "none")
                .map(({ id, title }) => ({ id, title }))}
              makesSources={mayChange}
            />
            <RecordingNotices sources={overview.sources} now={services.clock()} />
            <SourceGrid
              overview={overview}
              reader={{ id: caller.id, observes: member.role === "observer" }}
              mayChange={mayChange}
            />
            <Legend />
          </div>
          <aside aria-label={t("forYou.title", { name: firstName(caller.name) })}>
            <ForYou
              overview={overview}
              me={caller}
              name={firstName(caller.name)}
              now={new Date().toISOString()}
            />
          </aside>
        </div>
      )}
    </ProjectFrame>
  )
}

function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}
