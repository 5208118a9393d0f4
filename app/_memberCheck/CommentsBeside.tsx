"use client"

import Link from "next/link"
import { useTranslations } from "next-intl"
import type { Span } from "../../core/model"
import type { ShownComment } from "../../server/queries/memberChecks"
import { Button } from "../_ui/Button"
import { CommentItem } from "./CommentItem"
import { useMemberComments } from "./useMemberComments"

interface Props {
  readonly source: string
  /** Of the source's pages. */
  readonly place: string
  /** What is being read of the transcript; null: all of it. */
  readonly passage?: Span | null
  /** Brings words of the transcript into sight. */
  readonly show: (words: Span) => void
}

/** What participants wrote about what is being read, beside it; nothing where there is none. */
export function CommentsBeside({ source, place, passage = null, show }: Props) {
  const t = useTranslations("memberCheck.beside")
  const { comments, reload } = useMemberComments(source)
  if (comments.length === 0) return null
  const isHere = ({ turn }: ShownComment) =>
    passage === null || (turn !== null && turn.from < passage.to && turn.to > passage.from)
  const here = comments.filter(isHere)
  const elsewhere = comments.length - here.length
  // Where it stands by now: others may have written before it since.
  const find = async (id: string) => {
    const turn = (await reload()).find((each) => each.id === id)?.turn
    if (turn) show(turn)
  }
  return (
    <details className="section member-comments" open={here.some(({ outcome }) => outcome === null)}>
      <summary className="small q">
        {passage === null
          ? t("title")
          : here.length === 0
            ? t("noneHere")
            : t("here", { count: here.length })}
      </summary>
      {here.map((comment) => (
        <CommentItem key={comment.id} {...{ source, comment }} changed={reload}>
          {comment.turn && (
            <div>
              <Button kind="bare" onClick={() => find(comment.id).catch(() => {})}>
                {t("show")}
              </Button>
            </div>
          )}
        </CommentItem>
      ))}
      <p className="small q2">
        {elsewhere > 0 && `${t("elsewhere", { count: elsewhere })} · `}
        <Link className="link" href={`${place}/member-check`}>
          {t("all")}
        </Link>
      </p>
    </details>
  )
}
