"use client"

import Link from "next/link"
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { useDevice } from "../_device/DeviceOf"
import { keptFor } from "./holdsRecordings"
import "./recorder.css"

/** That something was recorded on this device for a project, and is in none of its sources. */
export function KeptHere({ project }: { readonly project: string }) {
  const t = useTranslations("recorder")
  const member = useDevice()?.member
  const [count, setCount] = useState(0)
  useEffect(() => {
    if (member === undefined) return
    let isLeft = false
    keptFor(member, project).then(
      (found) => !isLeft && setCount(found),
      () => {},
    )
    return () => {
      isLeft = true
    }
  }, [member, project])
  if (count === 0) return null
  return (
    <div className="notice kept-here">
      <p className="grow">
        {t("notice", { count })}{" "}
        <Link className="link" href={`/projects/${project}/sources/new`}>
          {t("noticeAct")}
        </Link>
      </p>
    </div>
  )
}
