"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { type FormEvent, useMemo, useState } from "react"
import type { LabelDecision } from "../../../../../core/exchange/applyLabels"
import type { ProjectRole } from "../../../../../core/model"
import type { Recorded } from "../../../../_recorder/recorded"
import { FileCourse } from "../../../../_sending/FileCourse"
import { Button, ButtonLink } from "../../../../_ui/Button"
import { Alert } from "../../../../_ui/States"
import { useStayWarning } from "../../../../_ui/useStayWarning"
import { AboutFields } from "./AboutFields"
import { CodingFields } from "./CodingFields"
import { accountOf, decide } from "./decisions"
import { FilesStep } from "./FilesStep"
import { titleFrom } from "./files"
import { SendingLine } from "./SendingLine"
import { SpeakersStep } from "./SpeakersStep"
import { Step } from "./Step"
import { useReading, type Words } from "./useReading"
import { useSending } from "./useSending"

interface Props {
  readonly project: string
  /** There is nothing yet: it is to be held, and noted live. */
  readonly prepares: boolean
  readonly members: readonly { readonly id: string; readonly name: string; readonly role: ProjectRole }[]
}

/** Brings an interview in: files, then what was read in them, then who codes; nothing is kept before the end. */
export function NewSource({ project, prepares, members }: Props) {
  const t = useTranslations("source")
  const router = useRouter()
  const { reading, read } = useReading(project)
  const [words, setWords] = useState<Words | null>(null)
  const [recording, setRecording] = useState<File | null>(null)
  const [recorded, setRecorded] = useState<Recorded | null>(null)
  const [decisions, setDecisions] = useState<readonly LabelDecision[]>([])
  const [title, setTitle] = useState("")
  const [coders, setCoders] = useState<readonly string[]>([])
  // What was typed below outlives a file that cannot be read.
  const [begun, setBegun] = useState(prepares)
  const sending = useSending(project)
  useStayWarning((words !== null || recording !== null) && sending.state.is !== "kept")

  const draft = reading.is === "read" ? reading.draft : null
  /** The words are written here, while one listens. */
  const toTranscribe = words === null && recording !== null
  const account = useMemo(() => draft && accountOf(draft, decisions), [draft, decisions])

  async function chooseWords(next: Words | null) {
    setWords(next)
    sending.forgetFailure()
    if (next && "file" in next) setTitle((now) => now || titleFrom(next.file.name))
    const came = await read(next)
    if (came.is !== "read") return
    setBegun(true)
    setDecisions(came.guesses)
  }

  function chooseRecorded(made: Recorded) {
    chooseRecording(made.file)
    setRecorded(made)
  }

  function chooseRecording(file: File | null) {
    setRecording(file)
    setRecorded(null)
    sending.forgetFailure()
    if (file && !words) setTitle((now) => now || titleFrom(file.name))
    if (file) setBegun(true)
  }

  async function keep(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!(prepares || toTranscribe || (words && account)) || sending.state.is === "sending") return
    const id = await sending.send({
      words,
      recording,
      recordedMs: recorded?.durationMs ?? null,
      decisions,
      coders,
      fields: new FormData(event.currentTarget),
    })
    // A device that does not let go of it now offers it again, to be thrown away.
    if (id) await recorded?.forget().catch(() => {})
    const next = prepares ? "live" : toTranscribe ? "transcribe" : "passages"
    if (id) router.push(`/projects/${project}/sources/${id}/${next}`)
  }

  return (
    <form onSubmit={keep}>
      <ol className="steps">
        {!prepares && (
          <Step number={1} title={t("files.title")}>
            <FilesStep
              project={project}
              words={words}
              recording={recording}
              reading={reading}
              onWords={chooseWords}
              onRecording={chooseRecording}
              onRecorded={chooseRecorded}
            />
          </Step>
        )}
        {draft && account && (
          <Step number={2} title={t("speakers.title")} lead={t("speakers.lead")}>
            <SpeakersStep
              draft={draft}
              account={account}
              decisions={decisions}
              onDecide={(label, change) => setDecisions((now) => decide(now, label, change))}
              onForget={() => reading.is === "read" && setDecisions(reading.guesses)}
            />
          </Step>
        )}
        {begun && (
          <>
            <Step number={prepares ? 1 : draft ? 3 : 2} title={t("about.title")}>
              <AboutFields title={title} onTitle={setTitle} kind={prepares ? "focus-group" : "interview"} />
              {prepares && <input type="hidden" name="begins" value="event" />}
            </Step>
            <Step number={prepares ? 2 : draft ? 4 : 3} title={t("coding.title")} lead={t("coding.lead")}>
              <CodingFields members={members} coders={coders} onCoders={setCoders} />
            </Step>
          </>
        )}
      </ol>
      <div className="stack loose end">
        {sending.state.is === "failed" && <Alert>{sending.state.sentence}</Alert>}
        {sending.big.course ? (
          <FileCourse {...sending.big} course={sending.big.course} />
        ) : sending.state.is === "sending" ? (
          <SendingLine {...sending.state} onCancel={sending.cancel} />
        ) : (
          <div className="form-end">
            {!draft && (
              <span className="small q grow">
                {t(
                  prepares
                    ? "new.prepareNext"
                    : toTranscribe
                      ? "new.transcribeHere"
                      : begun
                        ? "new.another"
                        : "new.nothingYet",
                )}
              </span>
            )}
            <ButtonLink kind="bare" href={`/projects/${project}`}>
              {t("new.cancel")}
            </ButtonLink>
            <Button
              type="submit"
              kind="primary"
              disabled={!prepares && !toTranscribe && (!account || account.transcript.turns.length === 0)}
            >
              {t(prepares ? "new.prepareKeep" : "new.keep")}
            </Button>
          </div>
        )}
      </div>
    </form>
  )
}
