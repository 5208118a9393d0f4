"use client"

import { useCallback, useEffect, useMemo, useState } from "react"
import type { AidsChange, WritingAids } from "../../../../../../../core/writingAids"
import { copyOf } from "../../../../../../_device/names"
import { ask } from "../../../../../../_sync/api"
import { useProblem } from "../../../../../../_sync/useProblem"

const none: WritingAids = { keys: {}, abbreviations: [] }

export interface OwnAids extends WritingAids {
  /** Keeps a change with one's account. */
  readonly change: (change: AidsChange) => Promise<void>
  /** Why the last change was not kept; null where it was. */
  readonly failed: string | null
}

/** What one has chosen to write quicker in a project: as this device knows it at first, so that it is there without a network. */
export function useWritingAids(project: string, member: string): OwnAids {
  const sentence = useProblem()
  const [aids, setAids] = useState(none)
  const [failed, setFailed] = useState<string | null>(null)
  const path = `/api/projects/${encodeURIComponent(project)}/writing-aids`
  useEffect(() => {
    let isLeft = false
    setAids(kept(member, project) ?? none)
    ask<WritingAids>("GET", path).then(
      (known) => {
        keep(member, project, known)
        if (!isLeft) setAids(known)
      },
      () => {},
    )
    return () => {
      isLeft = true
    }
  }, [member, project, path])
  const change = useCallback(
    async (change: AidsChange) => {
      setFailed(null)
      try {
        const known = await ask<WritingAids>("PATCH", path, change)
        keep(member, project, known)
        setAids(known)
      } catch (error) {
        setFailed(sentence(error))
      }
    },
    [member, project, path, sentence],
  )
  return useMemo(() => ({ ...aids, change, failed }), [aids, change, failed])
}

/** Under a name by which it is wiped with all else that is kept for the member. */
const placeOf = (member: string, project: string) => copyOf(member, `writing-aids/${project}`, 0)

function keep(member: string, project: string, aids: WritingAids): void {
  try {
    localStorage.setItem(placeOf(member, project), JSON.stringify(aids))
  } catch {
    // Asked for again the next time.
  }
}

function kept(member: string, project: string): WritingAids | null {
  try {
    return JSON.parse(localStorage.getItem(placeOf(member, project)) ?? "null") as WritingAids | null
  } catch {
    return null
  }
}
