"use client"

import { useTranslations } from "next-intl"
import type { CodeId, Side } from "../../core/model"
import type { FlagView, ReviewView } from "../../core/view"
import { ChoiceCards, Segmented } from "../_ui/Choice"
import { CodeOf } from "../_ui/Marks"
import type { Draft } from "./draft"
import { foretell } from "./foretell"
import type { Names } from "./names"

interface Props {
  readonly flag: FlagView
  readonly pair: Readonly<Record<Side, CodeId>>
  readonly names: Names
  readonly among: Pick<ReviewView, "flags" | "codings"> & { readonly tolerance: number }
  readonly draft: Draft
  readonly set: (change: Partial<Draft>) => void
}

/** One idea under two names: whether one name goes, which one stays, and what else that settles. */
export function SameIdea({ flag, pair, names, among, draft, set }: Props) {
  const t = useTranslations("review.choose")
  const { settled, leftAsBoundary } = foretell(flag, draft.by, {
    ...among,
    flags: Object.values(among.flags),
  })
  return (
    <div className="stack">
      <ChoiceCards
        label={t("sameIdea")}
        value={draft.by}
        onChange={(by) => set({ by })}
        options={[
          { value: "merging", label: t("merging"), hint: t("mergingHint") },
          { value: "relating", label: t("relating"), hint: t("relatingHint") },
        ]}
      />
      {draft.by === "merging" && (
        <div className="row wrap">
          <span className="q2">{t("stays")}</span>
          <Segmented<CodeId>
            label={t("stays")}
            value={draft.into ?? pair.a}
            onChange={(into) => set({ into })}
            options={(["a", "b"] as const).map((side) => ({
              value: pair[side],
              label: <CodeOf side={side}>{names.code(pair[side])}</CodeOf>,
            }))}
          />
        </div>
      )}
      <p className="small q2" role="status">
        {t("foretell", { count: settled })}
        {leftAsBoundary > 0 && ` ${t("foretellBoundary", { count: leftAsBoundary })}`}
      </p>
    </div>
  )
}
