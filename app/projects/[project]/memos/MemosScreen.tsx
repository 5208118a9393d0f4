"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import type { Member } from "../../../../core/access"
import { findFolded } from "../../../../core/memos"
import type { MemoPlaces, WordMemo } from "../../../../server/queries/memoPlaces"
import type { MemoEntry } from "../../../../server/queries/memos"
import { useMemoActs } from "../../../_memos/useMemoActs"
import { usualKind } from "../../../_memos/usual"
import { useProblemToast } from "../../../_sync/useProblem"
import { Button } from "../../../_ui/Button"
import { classes } from "../../../_ui/classes"
import { Alert, EmptyState } from "../../../_ui/States"
import { aboutFrom, aboutOf, todayOf } from "./aboutWhat"
import { Filters } from "./Filters"
import { type Chosen, listed, wordsListed } from "./listed"
import { MemoList } from "./MemoList"
import { MemoPanel } from "./MemoPanel"
import { useMemoList } from "./useMemoList"
import { WordPanel } from "./WordPanel"

interface Props {
  readonly project: string
  readonly me: Pick<Member, "id" | "role">
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly places: MemoPlaces
  readonly first: readonly MemoEntry[]
  readonly onWords: readonly WordMemo[]
  readonly initial: string | null
  /** What those are about that are listed at first. */
  readonly about: string | null
}

/** All memos on the left, the chosen one beside them. */
export function MemosScreen({ project, me, people, places, first, onWords, initial, about }: Props) {
  const t = useTranslations("projectMemos")
  const [words, setWords] = useState("")
  const [chosen, setChosen] = useState<Chosen>({ scope: "all", kind: "any", order: "changed", about })
  const { memos, failed, look, learn } = useMemoList(project, first, words)
  const { open, choose } = useOpen(initial)
  const { create } = useMemoActs(project)
  const complain = useProblemToast()
  const [begun, setBegun] = useState<string | null>(null)

  async function begin() {
    try {
      const kind = chosen.kind === "any" ? usualKind() : chosen.kind
      const id = await create({ kind, about: chosen.about === null ? null : aboutFrom(chosen.about) })
      setWords("")
      setChosen((before) =>
        before.scope === "words" || before.scope === "shared" ? { ...before, scope: "all" } : before,
      )
      await look()
      setBegun(id)
      choose(id)
    } catch (error) {
      complain(error)
    }
  }

  const isOnWords = chosen.scope === "words"
  const shown = listed(memos, me.id, chosen, (memo) => todayOf(memo, places))
  const abouts = aboutsOf(memos, places, chosen.about)
  const shownOnWords = isOnWords
    ? wordsListed(onWords, words, (text, looked) => findFolded(text, looked) !== null)
    : []
  const memo = memos.find(({ id }) => id === open)
  const word = onWords.find(({ id }) => id === open)
  const isNothing = first.length === 0 && memos.length === 0 && words === ""
  return (
    <div className="memos-screen" data-open={memo || word ? true : undefined}>
      <section className="memos-side" aria-label={t("list")}>
        <header className="memos-head">
          <h1 className="title">{t("title")}</h1>
          <Button kind="primary" icon="plus" onClick={begin}>
            {t("new")}
          </Button>
        </header>
        <Filters {...{ chosen, setChosen, words, setWords, abouts }} hasWords={onWords.length > 0} />
        {failed && <Alert>{failed}</Alert>}
        <MemoList {...{ places, open, choose }} me={me.id} memos={shown} onWords={shownOnWords} />
        {shown.length + shownOnWords.length === 0 && (
          <p className={classes("q pad", isNothing && "narrow-only")}>
            {t(isNothing ? "empty.body" : "noneSuch")}
          </p>
        )}
      </section>
      <main id="main" className="memos-main" tabIndex={-1}>
        {memo ? (
          <MemoPanel
            key={memo.id}
            {...{ project, me, people, places, memo, learn }}
            isBegun={memo.id === begun}
            back={() => choose(null)}
            gone={() => choose(null)}
          />
        ) : word ? (
          <WordPanel memo={word} project={project} back={() => choose(null)} />
        ) : (
          <EmptyState title={t(isNothing ? "empty.title" : "none.title")}>
            {t(isNothing ? "empty.body" : "none.body")}
          </EmptyState>
        )}
      </main>
    </div>
  )
}

/** What some memos are about, each once, and what is chosen besides. */
function aboutsOf(memos: readonly MemoEntry[], places: MemoPlaces, chosen: string | null) {
  const asked = chosen === null ? null : aboutFrom(chosen)
  const all = [...memos, ...(asked ? [{ source: null, code: null, ...asked }] : [])]
  const labels = new Map(all.map((memo) => [todayOf(memo, places), aboutOf(memo, places)?.label ?? ""]))
  labels.delete("")
  return [...labels]
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label, "fr"))
}

/** Which one is open, also in the address. */
function useOpen(initial: string | null) {
  const [open, setOpen] = useState(initial)
  // One that was begun over this very page is opened in it.
  useEffect(() => setOpen(initial), [initial])
  const choose = (id: string | null) => {
    setOpen(id)
    const address = new URL(location.href)
    if (id === null) address.searchParams.delete("memo")
    else address.searchParams.set("memo", id)
    history.replaceState(history.state, "", address)
  }
  return { open, choose }
}
