"use client"

import Link from "next/link"
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { useDevice } from "../_device/DeviceOf"
import { keptFor } from "./holdsRecordings"
import type { KeptSound } from "./shelf"
import "./recorder.css"

interface Props {
  readonly project: string
  /** The sources that one may give a recording on the page of their notes. */
  readonly sources: readonly { readonly id: string; readonly title: string }[]
  /** Whether one may make sources of what was begun for none, or for one that is gone. */
  readonly makesSources: boolean
  /** The source that the page itself is about: it says so of its own. */
  readonly except?: string
}

/** That something was recorded on this device for a project, after a crash too, and is in none of its sources; and where it is found again. */
export function KeptHere({ project, sources, makesSources, except }: Props) {
  const t = useTranslations("recorder")
  const kept = useKept(project).filter(({ source }) => source === null || source !== except)
  const place = `/projects/${project}/sources`
  const of = sources
    .map((each) => ({ ...each, count: kept.filter(({ source }) => source === each.id).length }))
    .filter(({ count }) => count > 0)
  const others = kept.filter(({ source }) => !sources.some(({ id }) => id === source)).length
  if (of.length === 0 && others === 0) return null
  return (
    <div className="notice kept-here">
      {of.map(({ id, title, count }) => (
        <p key={id} className="grow">
          {t("noticeOf", { count, title })}{" "}
          <Link className="link" href={`${place}/${id}/live`}>
            {t("noticeAct")}
          </Link>
        </p>
      ))}
      {others > 0 && (
        <p className="grow">
          {t("notice", { count: others })}{" "}
          {makesSources && (
            <Link className="link" href={`${place}/new`}>
              {t("noticeAct")}
            </Link>
          )}
        </p>
      )}
    </div>
  )
}

const none: readonly KeptSound[] = []

/** Looked for again when one comes back to the page: another tab may have been at them. */
function useKept(project: string): readonly KeptSound[] {
  const member = useDevice()?.member
  const [kept, setKept] = useState(none)
  useEffect(() => {
    if (member === undefined) return
    let isLeft = false
    const look = () => {
      if (document.hidden) return
      keptFor(member, project).then(
        (found) => !isLeft && setKept(found),
        () => {},
      )
    }
    look()
    document.addEventListener("visibilitychange", look)
    return () => {
      isLeft = true
      document.removeEventListener("visibilitychange", look)
    }
  }, [member, project])
  return kept
}
