"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import type { ShownComment } from "../../../../../../server/queries/memberChecks"
import { CommentItem } from "../../../../../_memberCheck/CommentItem"
import { useCommentsWritten } from "../../../../../_memberCheck/useCommentsWritten"

interface Props {
  readonly source: string
  readonly comments: readonly ShownComment[]
}

/** All that participants wrote about a source, in the order of its text. */
export function Comments({ source, comments }: Props) {
  const t = useTranslations("memberCheck.comments")
  const router = useRouter()
  const written = useCommentsWritten(source)
  const known = useRef(written)
  useEffect(() => {
    // The page came with what was there when the server first said.
    if (known.current !== null && known.current !== written) router.refresh()
    known.current = written
  }, [written, router])
  const open = comments.filter(({ outcome }) => outcome === null).length
  return (
    <section className="stack" aria-labelledby="comments">
      <h2 className="lead" id="comments">
        {t("title")}
      </h2>
      <p className="q2">{comments.length === 0 ? t("none") : t("open", { count: open })}</p>
      {comments.length > 0 && (
        <div>
          {comments.map((comment) => (
            <CommentItem key={comment.id} {...{ source, comment }} changed={() => router.refresh()} />
          ))}
        </div>
      )}
    </section>
  )
}
