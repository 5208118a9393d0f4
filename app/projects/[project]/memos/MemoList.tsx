"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { KeyboardEvent } from "react"
import type { MemoPlaces, WordMemo } from "../../../../server/queries/memoPlaces"
import type { MemoEntry } from "../../../../server/queries/memos"
import { Icon } from "../../../_ui/Icon"
import { aboutOf } from "./aboutWhat"

interface Props {
  readonly memos: readonly MemoEntry[]
  readonly onWords: readonly WordMemo[]
  readonly places: MemoPlaces
  readonly me: string
  readonly open: string | null
  readonly choose: (id: string) => void
}

/** One line each; arrows lead from one to the next. */
export function MemoList({ memos, onWords, places, me, open, choose }: Props) {
  const t = useTranslations("projectMemos")
  const format = useFormatter()
  const day = (at: string) => format.dateTime(new Date(at), "day")
  const current = (id: string) => (id === open ? ("true" as const) : undefined)
  return (
    <ul className="memos-list" onKeyDown={moveAlong}>
      {memos.map((memo) => {
        const about = aboutOf(memo, places)
        const isOwn = memo.author.id === me
        return (
          <li key={memo.id}>
            <button type="button" aria-current={current(memo.id)} onClick={() => choose(memo.id)}>
              <span className="row">
                <span className="clip grow strong">{memo.title || t("untitled")}</span>
                <Icon
                  name={memo.sharing === "shared" ? "people" : "lock"}
                  label={t(`sharing.${memo.sharing}`)}
                />
              </span>
              {memo.excerpt !== "" && <span className="excerpt small q2">{memo.excerpt}</span>}
              <span className="micro q clip">
                {[t(`kind.${memo.kind}`), about?.label, isOwn ? null : memo.author.name, day(memo.createdAt)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </button>
          </li>
        )
      })}
      {onWords.map(({ id, source, title, text, quote, code, changedAt }) => (
        <li key={`${source} ${id}`}>
          <button type="button" aria-current={current(id)} onClick={() => choose(id)}>
            <span className="excerpt small">{text}</span>
            {quote && <span className="clip small q2 verbatim">« {quote} »</span>}
            <span className="micro q clip">
              {[title, code, changedAt && day(changedAt)].filter(Boolean).join(" · ")}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function moveAlong(event: KeyboardEvent<HTMLUListElement>): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
  const buttons = [...event.currentTarget.querySelectorAll("button")]
  const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by]
  if (by === 0 || !next) return
  event.preventDefault()
  next.focus()
}
