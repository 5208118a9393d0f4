"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { Ref } from "react"
import { IconButton } from "../../../../../_ui/IconButton"
import { Kbd } from "../../../../../_ui/Kbd"
import { Quoted } from "../../../../../_ui/Quoted"
import { MemoField } from "./MemoField"

/** A memo of one's own with the words it is about; `quote` is null where it is about the passage or the whole. */
export interface ShownMemo {
  readonly id: string
  readonly text: string
  readonly quote: string | null
  readonly changedAt: string
}

interface Props {
  readonly memos: readonly ShownMemo[]
  /** The one whose field is at hand, also while it does not exist yet. */
  readonly current: string | null
  readonly field: Ref<HTMLTextAreaElement>
  readonly start: () => void
  readonly write: (id: string, text: string) => void
  readonly remove: (id: string) => void
}

/** One's memos about what is being read: private, saved as one types. */
export function Memos({ memos, current, field, start, write, remove }: Props) {
  const t = useTranslations("memos")
  const format = useFormatter()
  return (
    <section className="section" aria-label={t("title")}>
      <div className="row apart">
        <h3 className="small q">{t("title")}</h3>
        <button type="button" className="link small" onClick={start}>
          {t("write")} <Kbd>M</Kbd>
        </button>
      </div>
      {memos.map(({ id, text, quote, changedAt }) => (
        <div key={id} className="memo">
          {quote !== null && (
            <p className="small q clip">
              <Quoted>{quote}</Quoted>
            </p>
          )}
          <MemoField
            label={quote === null ? t("passage") : t("about", { quote })}
            placeholder={t("placeholder")}
            text={text}
            write={(words) => write(id, words)}
            field={id === current ? field : undefined}
          />
          <div className="row apart micro q">
            <span>{changedAt && format.dateTime(new Date(changedAt), "moment")}</span>
            <IconButton icon="trash" label={t("remove")} onClick={() => remove(id)} />
          </div>
        </div>
      ))}
      {memos.length === 0 && <p className="small q">{t("none")}</p>}
    </section>
  )
}
