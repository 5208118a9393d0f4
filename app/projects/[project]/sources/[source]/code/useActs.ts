"use client"

import { useTranslations } from "next-intl"
import type * as Y from "yjs"
import type { CodeId, CodingId, Span } from "../../../../../../core/model"
import { anchorTo } from "../../../../../../core/ydoc/anchors"
import { ask } from "../../../../../_sync/api"
import type { OwnLayer } from "../../../../../_sync/useLayer"
import { useOnce } from "../../../../../_sync/useOnce"
import { useProblemToast } from "../../../../../_sync/useProblem"
import { useToast } from "../../../../../_ui/Toasts"
import type { DeskPassage, DeskSource, PassageState } from "./deskSource"
import { planCoding } from "./planCoding"

interface Known {
  readonly seen: DeskSource
  readonly layer: OwnLayer
  readonly doc: Y.Doc | null
  readonly text: string
  readonly passages: readonly DeskPassage[]
  readonly stateOf: (passage: string) => PassageState
  readonly isShared: (code: CodeId) => boolean
  readonly used: (code: CodeId) => void
}

/**
 * What a coder does with words and codes: in one's own layer while the passage is open, as a later reading once it is
 * revealed. Each answers whether it was done, so that the screen keeps the selection otherwise.
 */
export function useActs({ seen, layer, doc, text, passages, stateOf, isShared, used }: Known) {
  const t = useTranslations("desk")
  const say = useToast()
  const sayProblem = useProblemToast()
  const once = useOnce()
  const { id: source, project } = seen.source

  async function readLater(span: Span, code: CodeId): Promise<void> {
    const reading = { code, anchor: anchorTo(doc!, text, span) }
    await once(reading, (id) => ask("POST", `/api/sources/${source}/readings`, { id, ...reading }))
    used(code)
    say(t("later.made"))
  }

  function plan(span: Span) {
    if (!layer.ready || !doc) {
      say(t("notReady"))
      return null
    }
    const plan = planCoding(span, passages, stateOf)
    if (plan.kind === "take-back") {
      say(t("handedIn.takeBackFirst"))
      return null
    }
    if (plan.kind === "own" && plan.cut) say(t("codeOpenPartOnly"))
    return plan
  }

  async function share(name: string): Promise<CodeId> {
    const made = await once({ name }, (id) =>
      ask<{ id: CodeId }>("POST", `/api/projects/${project}/codes`, { id, name }),
    )
    return made.id
  }

  return {
    planOf: (span: Span) => planCoding(span, passages, stateOf),
    code(span: Span, code: CodeId): boolean {
      const planned = plan(span)
      if (!planned) return false
      if (planned.kind === "own") {
        const { from, to } = planned.span
        if (layer.codings.some((own) => own.code === code && own.from === from && own.to === to))
          say(t("alreadyCoded"))
        else layer.code(planned.span, code)
        used(code)
      } else {
        const own = layer.layer.suggestedCodes.find((each) => each.id === code)
        const shared = isShared(code) || !own ? Promise.resolve(code) : share(own.name)
        void shared.then((id) => readLater(planned.span, id)).catch(sayProblem)
      }
      return true
    },
    /** Puts a coding whose words are gone on other words, with its code and its memo. */
    place(coding: CodingId, span: Span): boolean {
      const planned = plan(span)
      if (planned?.kind !== "own") {
        if (planned) say(t("revealedStays"))
        return false
      }
      layer.resize(coding, planned.span)
      return true
    },
    create(name: string, span: Span | null): boolean {
      if (name.trim() === "") return false
      if (!span) {
        if (!layer.ready) return false
        used(layer.suggest(name, null).code)
        return true
      }
      const planned = plan(span)
      if (!planned) return false
      if (planned.kind === "own") used(layer.suggest(name, planned.span).code)
      else
        void share(name)
          .then((code) => readLater(planned.span, code))
          .catch(sayProblem)
      return true
    },
    assent: (reading: string) =>
      ask("POST", `/api/sources/${source}/readings/${reading}/assent`).catch(sayProblem),
    removeReading: (reading: string) =>
      ask("DELETE", `/api/sources/${source}/readings/${reading}`).catch(sayProblem),
    declare: (talkedBefore: boolean) =>
      ask("POST", `/api/sources/${source}/declarations`, { talkedBefore }).catch(sayProblem),
  }
}

export type Acts = ReturnType<typeof useActs>
