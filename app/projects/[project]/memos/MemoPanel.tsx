"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useRef, useState } from "react"
import type { Member } from "../../../../core/access"
import { type MemoKind, mayRemoveMemo } from "../../../../core/memos"
import { MEMO_FIELD } from "../../../../core/ydoc/richText"
import type { MemoPlaces } from "../../../../server/queries/memoPlaces"
import type { MemoEntry } from "../../../../server/queries/memos"
import { MemoKinds } from "../../../_memos/MemoKinds"
import { MemoTitle } from "../../../_memos/MemoTitle"
import { useMemoActs } from "../../../_memos/useMemoActs"
import { keepUsualKind } from "../../../_memos/usual"
import { RichText } from "../../../_richtext/RichText"
import { useProblem } from "../../../_sync/useProblem"
import { Button } from "../../../_ui/Button"
import { ConfirmDialog } from "../../../_ui/ConfirmDialog"
import { IconButton } from "../../../_ui/IconButton"
import { Alert } from "../../../_ui/States"
import { AboutSelect } from "./AboutSelect"
import { aboutFrom, aboutOf } from "./aboutWhat"
import { Definition } from "./Definition"
import { Share } from "./Share"
import "../../../_memos/memoParts.css"

interface Props {
  readonly project: string
  readonly me: Pick<Member, "id" | "role">
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly places: MemoPlaces
  readonly memo: MemoEntry
  /** It was begun here just now: one writes at once. */
  readonly isBegun: boolean
  readonly learn: (id: string, news: Partial<MemoEntry>) => void
  readonly back: () => void
  readonly gone: () => void
}

/** One memo: what it is called, of which kind, about what, whose; and its words. */
export function MemoPanel({ project, me, people, places, memo, isBegun, learn, back, gone }: Props) {
  const t = useTranslations("projectMemos")
  const format = useFormatter()
  const sentence = useProblem()
  const acts = useMemoActs(project)
  const [failed, setFailed] = useState<string | null>(null)
  const read = useRef<(() => string) | null>(null)
  const about = aboutOf(memo, places)
  const isShared = memo.sharing === "shared"

  async function change(said: Parameters<typeof acts.change>[1], news: Partial<MemoEntry>) {
    try {
      await acts.change(memo.id, said)
      learn(memo.id, news)
      setFailed(null)
    } catch (error) {
      setFailed(sentence(error))
    }
  }
  const rename = async (title: string) => {
    await acts.change(memo.id, { title })
    learn(memo.id, { title })
  }
  const choose = (kind: MemoKind) => {
    keepUsualKind(kind)
    void change({ kind }, { kind })
  }
  const place = (value: string) => {
    const to = aboutFrom(value)
    const news = {
      source: to && "source" in to ? to.source : null,
      code: to && "code" in to ? to.code : null,
    }
    void change({ about: to }, news)
  }
  async function remove() {
    try {
      await acts.remove(memo.id)
      gone()
    } catch (error) {
      setFailed(sentence(error))
    }
  }
  const day = (at: string) => format.dateTime(new Date(at), "day")
  return (
    <article className="memo-sheet memo-page" aria-label={memo.title || t("untitled")}>
      <header className="memo-acts">
        <span className="memo-back">
          <IconButton icon="arrowLeft" label={t("back")} onClick={back} />
        </span>
        <span className="small q grow">
          {isShared
            ? t("sharedBy", { name: memo.author.name, day: day(memo.createdAt) })
            : t("privateSince", { day: day(memo.createdAt) })}
        </span>
        {about?.code && !about.code.removed && (
          <Definition project={project} code={about.code} read={() => read.current?.() ?? ""} />
        )}
        {!isShared && (
          <Share
            isBlind={about?.source?.isBlind ?? false}
            share={() => change({ sharing: "shared" }, { sharing: "shared" })}
          />
        )}
        {mayRemoveMemo({ author: memo.author.id, sharing: memo.sharing }, me) && (
          <ConfirmDialog
            title={t("delete.title")}
            confirm={t("delete.act")}
            danger
            onConfirm={remove}
            trigger={
              <Button kind="bare" icon="trash">
                {t("delete.act")}
              </Button>
            }
          >
            <p>{t(isShared ? "delete.shared" : "delete.private")}</p>
          </ConfirmDialog>
        )}
      </header>
      {failed && <Alert>{failed}</Alert>}
      <div className="memo-line">
        <MemoTitle value={memo.title} save={rename} />
      </div>
      <div className="memo-line">
        <MemoKinds value={memo.kind} choose={choose} />
        <AboutSelect memo={memo} places={places} place={place} />
      </div>
      {isShared && about?.source?.isBlind && <p className="notice small">{t("blindShared")}</p>}
      <RichText
        room={`memo/${memo.id}`}
        field={MEMO_FIELD}
        mayWrite
        label={t("text")}
        placeholder={t("placeholder")}
        me={me.id}
        people={people}
        read={read}
        autoFocus={isBegun}
      />
    </article>
  )
}
