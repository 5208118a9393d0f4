"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { ask } from "../_sync/api"
import { useProblemToast } from "../_sync/useProblem"
import { IconButton } from "../_ui/IconButton"
import { type OnItsWay, uploadsAt } from "./line"
import { useSizeText } from "./useSizeText"

/** What one has begun to send into a project and not finished: the same file, chosen again, goes on where it was. */
export function UnfinishedUploads({ project }: { readonly project: string }) {
  const t = useTranslations("sending")
  const size = useSizeText()
  const say = useProblemToast()
  const [found, setFound] = useState<readonly OnItsWay[]>([])
  useEffect(() => {
    let isLeft = false
    // Who cannot ask now is told so where they send.
    ask<readonly OnItsWay[]>("GET", uploadsAt(project)).then(
      (uploads) => !isLeft && setFound(uploads),
      () => {},
    )
    return () => {
      isLeft = true
    }
  }, [project])

  async function drop({ id }: OnItsWay) {
    try {
      await ask("DELETE", `${uploadsAt(project)}/${id}`)
      setFound((now) => now.filter((each) => each.id !== id))
    } catch (error) {
      say(error)
    }
  }

  if (found.length === 0) return null
  return (
    <div className="stack tight">
      <p className="small q2">{t("unfinished", { count: found.length })}</p>
      <ul className="lines">
        {found.map((each) => (
          <li className="row" key={each.id}>
            <span className="strong clip grow">{each.name}</span>
            <span className="small q num">
              {t("received", { received: size(each.received), of: size(each.bytes) })}
            </span>
            <IconButton icon="close" label={t("forget", { name: each.name })} onClick={() => drop(each)} />
          </li>
        ))}
      </ul>
    </div>
  )
}
