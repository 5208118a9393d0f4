"use client"

import { useTranslations } from "next-intl"
import { concedes } from "../../../../../../core/conceding"
import { lengthOf } from "../../../../../../core/text"
import { verdictOf } from "../../../../../_discussion/draft"
import { loneSide, waitsFor } from "../../../../../_discussion/readings"
import { VerdictChooser } from "../../../../../_discussion/VerdictChooser"
import { about, ask } from "../../../../../_sync/api"
import { useOnce } from "../../../../../_sync/useOnce"
import { Button } from "../../../../../_ui/Button"
import { Checkbox } from "../../../../../_ui/Choice"
import { useChord } from "../../../../../_ui/useChord"
import type { AnswerProps, Attempting } from "./Answer"
import { Refer } from "./Refer"

interface Props extends AnswerProps, Attempting {
  /** What was being changed stays as it is. */
  readonly onCancel?: () => void
}

/** Where a coder says what it should come to, accepts what the other said, or refers it. */
export function Reply(props: Props) {
  const { discussing, flag, readings, draft, setDraft, canChooseWords, attempt, busy, onCancel } = props
  const t = useTranslations("review")
  const once = useOnce({ of: flag.id, revision: flag.revision })
  const { view, meta, names, codes, me } = discussing
  const verdict = verdictOf(draft, readings, names.canonical)
  const other = [names.side.a, names.side.b].find((person) => person && person.id !== me)
  const name = other ? names.call(other.id) : ""
  const proposal =
    flag.standing.is === "proposed" && waitsFor(flag, me) === "me" ? flag.standing.proposal : null
  const accepts = proposal !== null && draft.choice === null
  const isConceding = verdict !== null && concedesHere(props, verdict)
  const keepsOther = loneSide(readings) === draft.choice

  const propose = () => {
    if (!verdict) return
    const body = { verdict, reason: draft.reason.trim(), oral: draft.oral }
    const said =
      verdict.kind === "parked"
        ? t("said.parked")
        : isConceding
          ? t("said.resolved")
          : t("said.proposed", { name })
    void attempt(
      (whyNotListened) => {
        const proposed = { ...body, whyNotListened }
        return once(proposed, (idempotencyKey) =>
          ask("POST", about(flag.id, "proposals"), { ...proposed, idempotencyKey }),
        )
      },
      said,
      () => {
        setDraft(null)
        onCancel?.()
      },
    )
  }
  const accept = () => {
    if (!proposal) return
    const named = { proposal: proposal.id, revision: proposal.revision }
    void attempt((whyNotListened) => {
      const accepted = { ...named, whyNotListened }
      return once(accepted, (idempotencyKey) =>
        ask("POST", about(flag.id, "acceptances"), { ...accepted, idempotencyKey }),
      )
    }, t("said.resolved"))
  }
  const submit = accepts ? accept : propose
  return (
    <form
      className="reply"
      aria-label={t(proposal ? "choose.answer" : "choose.question")}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        submit()
      }}
    >
      <h2 className="q2">{t(proposal ? "choose.answer" : "choose.question")}</h2>
      <VerdictChooser
        {...{ flag, readings, names, codes, draft }}
        onChange={setDraft}
        label={t(proposal ? "choose.answer" : "choose.question")}
        among={{ flags: view.flags, codings: view.codings, tolerance: meta.tolerance }}
        {...(canChooseWords ? { ownWords: lengthOf(draft.own) } : {})}
      />
      {draft.choice !== null && draft.choice !== "parked" && !isConceding && (
        <Checkbox
          label={t("choose.oral")}
          hint={t("choose.oralHint", { name })}
          checked={draft.oral}
          onChange={(event) => setDraft({ ...draft, oral: event.target.checked })}
        />
      )}
      <div className="row wrap form-end">
        {onCancel && (
          <Button kind="bare" onClick={onCancel}>
            {t("choose.cancel")}
          </Button>
        )}
        <Refer {...props} />
        <Button
          kind="primary"
          type="submit"
          shortcut={useChord("⏎")}
          busy={busy}
          disabled={!accepts && verdict === null}
        >
          {accepts
            ? t(proposal.oral ? "proposal.countersign" : "proposal.accept")
            : isConceding
              ? t(keepsOther ? "choose.concede" : "choose.concedeDrop", { name })
              : t(draft.choice === "parked" ? "choose.park" : "choose.propose")}
        </Button>
      </div>
    </form>
  )
}

/** What gives in to the other needs no answer: it is decided at once. */
function concedesHere(
  { discussing, flag, readings }: Props,
  verdict: NonNullable<ReturnType<typeof verdictOf>>,
): boolean {
  const coded = loneSide(readings)
  const mine = discussing.names.person(discussing.me)?.side
  return coded !== null && mine != null && concedes(flag, coded, mine, verdict)
}
