"use client"

import type { Span } from "../../../../../../core/model"
import { PassageNotes } from "../../../../../_fieldNotes/PassageNotes"
import { CommentsBeside } from "../../../../../_memberCheck/CommentsBeside"
import type { Discussing } from "./discussing"
import type { Shown } from "./useShown"

interface Props {
  readonly discussing: Discussing
  readonly passage: Span | null
  readonly show: (shown: Shown) => void
  /** Plays from there; left out where nothing can be heard. */
  readonly play?: ((ms: number) => void) | undefined
}

/** What was noted while the words were said, and what whoever said them wrote about them since. */
export function BesideWords({ discussing, passage, show, play }: Props) {
  const { project, source, me, turns, notes, memberChecks } = discussing
  return (
    <>
      {memberChecks && (
        <CommentsBeside
          source={source}
          place={`/projects/${project}/sources/${source}`}
          passage={passage ?? NOWHERE}
          show={({ from }) => show({ is: "place", at: from })}
        />
      )}
      {notes && <PassageNotes {...{ source, me, turns, passage, play }} />}
    </>
  )
}

const NOWHERE: Span = { from: -1, to: -1 }
