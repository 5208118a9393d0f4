"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useCallback, useEffect, useRef, useState } from "react"
import type { MemoId, MemoKind } from "../../core/memos"
import { MEMO_FIELD } from "../../core/ydoc/richText"
import { RichText } from "../_richtext/RichText"
import { useProblem } from "../_sync/useProblem"
import { Button } from "../_ui/Button"
import { Dialog } from "../_ui/Dialog"
import { Alert, Skeleton } from "../_ui/States"
import { aboutHere } from "./aboutHere"
import { MemoKinds } from "./MemoKinds"
import { MemoTitle } from "./MemoTitle"
import { useMemoActs } from "./useMemoActs"
import { keepUsualKind, usualKind } from "./usual"
import "./memoParts.css"

interface Props {
  readonly project: string
  readonly me: string
  readonly close: () => void
}

/** A new memo, private, over whatever page one is on. */
export function BegunMemo({ project, me, close }: Props) {
  const t = useTranslations("projectMemos")
  const router = useRouter()
  const sentence = useProblem()
  const { create, change, remove } = useMemoActs(project)
  const [memo, setMemo] = useState<MemoId | null>(null)
  const [kind, setKind] = useState(usualKind)
  const [failed, setFailed] = useState<string | null>(null)
  const title = useRef("")
  const read = useRef<(() => string) | null>(null)
  const isAsked = useRef(false)
  const isLeft = useRef(false)

  const begin = useCallback(() => {
    setFailed(null)
    create({ kind: usualKind(), about: aboutHere(location) }).then(
      // It was closed before it was there.
      (id) => (isLeft.current ? void remove(id).catch(() => {}) : setMemo(id)),
      (error) => setFailed(sentence(error)),
    )
  }, [create, remove, sentence])
  useEffect(() => {
    // Once, also where React looks twice.
    if (isAsked.current) return
    isAsked.current = true
    begin()
  }, [begin])

  const rename = async (words: string) => memo && change(memo, { title: words })
  function choose(next: MemoKind) {
    setKind(next)
    keepUsualKind(next)
    if (memo) change(memo, { kind: next }).catch((error) => setFailed(sentence(error)))
  }
  function leave() {
    isLeft.current = true
    // One that was begun and left empty was not meant; nothing can have been written in one that is not open yet.
    if (memo && title.current === "" && (read.current?.() ?? "") === "") void remove(memo).catch(() => {})
    close()
  }
  return (
    <Dialog
      open
      onOpenChange={leave}
      wide
      title={t("quick.title")}
      footer={
        <>
          {memo && (
            <Button
              kind="bare"
              onClick={() => {
                leave()
                router.push(`/projects/${project}/memos?memo=${memo}`)
              }}
            >
              {t("quick.open")}
            </Button>
          )}
          <Button kind="primary" onClick={leave}>
            {t("quick.done")}
          </Button>
        </>
      }
    >
      {failed !== null && <Alert>{failed}</Alert>}
      {memo ? (
        <div className="memo-sheet">
          <div className="memo-line">
            <MemoTitle value="" save={rename} hear={(words) => (title.current = words)} />
            <MemoKinds value={kind} choose={choose} />
          </div>
          <RichText
            room={`memo/${memo}`}
            field={MEMO_FIELD}
            mayWrite
            label={t("text")}
            placeholder={t("placeholder")}
            me={me}
            people={nobody}
            read={read}
            autoFocus
          />
        </div>
      ) : failed !== null ? (
        <div className="row">
          <Button onClick={begin}>{t("again")}</Button>
        </div>
      ) : (
        <Skeleton lines={3} />
      )}
    </Dialog>
  )
}

/** It is private: nobody is met in it. */
const nobody: readonly never[] = []
