import type { ProjectId, SourceId } from "../../core/model"
import { CLAP_MS } from "../../db/seed/demo/field/clap"
import { group } from "../../db/seed/demo/field/group"
import { groupNotes } from "../../db/seed/demo/field/groupNotes"
import { interviewNotes } from "../../db/seed/demo/field/interviewNotes"
import { interview } from "../../db/seed/demo/interview"
import { createSource } from "../commands/createSource"
import type { LoadedTranscript } from "../documents"
import type { Services } from "../services"
import { demoTranscript, keepDemoRecording } from "./demoMaterial"
import { seedEvent } from "./seedEvent"
import { seedGuide } from "./seedGuide"
import { seedMemberCheck } from "./seedMemberCheck"
import { seedParticipants } from "./seedParticipants"
import type { Pair } from "./takeStep"

const DAY_MS = 24 * 60 * 60 * 1000
const INTERVIEW_DAYS_AGO = 34
const GROUP_DAYS_AGO = 9

interface Study {
  readonly project: ProjectId
  readonly interview: SourceId
  readonly transcript: LoadedTranscript
  readonly pair: Pair
}

/** What the demo's study has from the field: its guide, its participants, a group, live notes, and what came back. */
export async function seedField(services: Services, study: Study): Promise<void> {
  const { project, pair } = study
  const guide = await seedGuide(services, project, study.interview, pair)
  const source = await seedGroup(services, study)
  const startedAt = (daysAgo: number, hour: number) => {
    const day = new Date(services.clock().getTime() - daysAgo * DAY_MS)
    return day.setUTCHours(hour, 34, 0, 0)
  }
  await seedEvent(services, guide, pair, {
    source: study.interview,
    notes: interviewNotes,
    turns: interview.turns,
    startedAt: startedAt(INTERVIEW_DAYS_AGO, 11),
    clapMs: null,
  })
  await seedEvent(services, guide, pair, {
    source,
    notes: groupNotes,
    turns: group.turns,
    startedAt: startedAt(GROUP_DAYS_AGO, 18),
    clapMs: CLAP_MS,
  })
  await seedParticipants(services, { project, by: pair.a })
  await seedMemberCheck(services, study.interview, study.transcript, pair)
}

/** Written down, and open to be read again with what its observer noted. */
async function seedGroup(services: Services, { project, pair }: Study): Promise<SourceId> {
  const { id } = await createSource(services, {
    project,
    by: pair.a,
    title: group.title,
    kind: "focus-group",
    blindness: "passage",
    coders: [pair.a, pair.b],
    context: group.context,
    transcript: demoTranscript(services, group),
    recording: await keepDemoRecording(services, `field/${group.recording}`, group.turns),
    toTranscribe: true,
  })
  return id
}
