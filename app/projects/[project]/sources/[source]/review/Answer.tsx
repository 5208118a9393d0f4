"use client"

import type { FlagView } from "../../../../../../core/view"
import type { Draft } from "../../../../../_discussion/draft"
import { type Readings, waitsFor } from "../../../../../_discussion/readings"
import { useAttempt } from "../../../../../_discussion/useAttempt"
import type { ListenAgain } from "../../../../../_discussion/useListenAgain"
import type { Discussing } from "./discussing"
import { OwnProposal } from "./OwnProposal"
import { ProposalCard } from "./ProposalCard"
import { Referred } from "./Referred"
import { Reply } from "./Reply"
import { Ruling } from "./Ruling"

export interface AnswerProps {
  readonly discussing: Discussing
  readonly flag: FlagView
  readonly readings: Readings
  readonly draft: Draft
  readonly setDraft: (draft: Draft | null) => void
  readonly listening: ListenAgain
  readonly canChooseWords: boolean
}

export type Attempting = Pick<ReturnType<typeof useAttempt>, "attempt" | "busy">

/** What this person may do about a disagreement that nobody has decided. */
export function Answer(props: AnswerProps) {
  const { discussing, flag, readings, listening } = props
  const { clip } = flag
  const { attempt, busy, ask } = useAttempt(clip && (() => listening.start(flag.id, clip)))
  const attempting: Attempting = {
    busy,
    attempt: async (command, said, done) => {
      await listening.keep()
      await attempt(command, said, done)
    },
  }
  const waits = waitsFor(flag, discussing.me)
  const { standing } = flag
  return (
    <>
      {standing.is === "proposed" && (waits === "me" || !discussing.isCoder) && (
        <ProposalCard {...{ discussing, flag, readings }} proposal={standing.proposal} />
      )}
      {standing.is === "referred" && <Referred {...props} {...attempting} referral={standing.referral} />}
      {discussing.isCoder &&
        (waits === "other" && standing.is === "proposed" ? (
          <OwnProposal {...props} {...attempting} proposal={standing.proposal} />
        ) : (
          standing.is !== "referred" && <Reply {...props} {...attempting} />
        ))}
      {discussing.isSupervisor && <Ruling {...props} {...attempting} />}
      {ask}
    </>
  )
}
