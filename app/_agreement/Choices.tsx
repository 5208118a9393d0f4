"use client"

import { useTranslations } from "next-intl"
import type { UnitKind } from "../../core/agreement/documents"
import { type Stratum, strata, usualAsked } from "../../core/agreement/project/asked"
import { Button } from "../_ui/Button"
import { Checkbox } from "../_ui/Choice"
import { Select } from "../_ui/Field"
import { type Scale, scalesFor } from "./bands"
import { CodesChoice } from "./CodesChoice"
import { coderPairs } from "./coderPairs"
import type { Read } from "./read"

const units: readonly UnitKind[] = ["character", "word", "sentence", "turn", "passage", "document"]
const overlaps = [0.5, 0.75, 0.9, 1]

/** Everything that can be chosen of a comparison. What is chosen holds at once, and stands in the address. */
export function Choices({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement")
  return (
    <section className="choices-of-agreement" aria-label={t("choose.title")}>
      <div className="stack loose">
        <UnitChoice read={read} />
        <StratumChoice read={read} />
        <PairChoice read={read} />
        <ReadingChoice read={read} />
        <div>
          <Button kind="bare" icon="undo" onClick={() => read.ask(usualAsked)}>
            {t("choose.reset")}
          </Button>
        </div>
      </div>
      <SourcesChoice read={read} />
      <CodesChoice read={read} />
    </section>
  )
}

function UnitChoice({ read: { asked, ask } }: { readonly read: Read }) {
  const t = useTranslations("agreement")
  const by = asked.applies.by === "one character" ? "touch" : "half"
  return (
    <>
      <Select
        label={t("unit.label")}
        hint={t("unitHint")}
        value={asked.unit}
        onChange={({ currentTarget }) => ask({ unit: currentTarget.value as UnitKind })}
      >
        {units.map((unit) => (
          <option key={unit} value={unit}>
            {t(`unit.${unit}`)}
          </option>
        ))}
      </Select>
      {asked.unit !== "character" && (
        <Select
          label={t("applies.label")}
          value={by}
          onChange={({ currentTarget }) =>
            ask({
              applies:
                currentTarget.value === "touch"
                  ? { by: "one character" }
                  : { by: "share of the unit", share: 0.5 },
            })
          }
        >
          <option value="touch">{t("applies.touch")}</option>
          <option value="half">{t("applies.half")}</option>
        </Select>
      )}
    </>
  )
}

function StratumChoice({ read: { asked, ask } }: { readonly read: Read }) {
  const t = useTranslations("agreement.strata")
  return (
    <Select
      label={t("label")}
      value={asked.stratum}
      onChange={({ currentTarget }) => ask({ stratum: currentTarget.value as Stratum | "all" })}
    >
      {(["all", ...strata] as const).map((stratum) => (
        <option key={stratum} value={stratum}>
          {t(stratum)}
        </option>
      ))}
    </Select>
  )
}

function PairChoice({ read: { answer, asked, ask, names } }: { readonly read: Read }) {
  const t = useTranslations("agreement.choose")
  if (answer.coders.length < 3) return null
  return (
    <Select
      label={t("pair")}
      value={asked.pair?.join(",") ?? ""}
      onChange={({ currentTarget }) => {
        const [first, second] = currentTarget.value.split(",")
        ask({ pair: first && second ? [first, second] : null })
      }}
    >
      <option value="">{t("everybody")}</option>
      {coderPairs(answer).map(([first, second]) => (
        <option key={`${first},${second}`} value={`${first},${second}`}>
          {t("pairOf", { first: names.coder(first), second: names.coder(second) })}
        </option>
      ))}
    </Select>
  )
}

function ReadingChoice({ read: { asked, view, change, ask } }: { readonly read: Read }) {
  const t = useTranslations("agreement")
  const { overlap } = asked
  return (
    <>
      <Select
        label={t("choose.bands")}
        hint={t("choose.bandsHint")}
        value={view.bands ?? ""}
        onChange={({ currentTarget }) => change({ bands: (currentTarget.value || null) as Scale | null })}
      >
        <option value="">{t("choose.bandsNone")}</option>
        {scalesFor(view.coefficient).map((scale) => (
          <option key={scale} value={scale}>
            {t(`bands.scale.${scale}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t("choose.overlap")}
        value={overlap}
        onChange={({ currentTarget }) => ask({ overlap: Number(currentTarget.value) })}
      >
        {[...new Set([...overlaps, overlap])].map((percent) => (
          <option key={percent} value={percent}>
            {t("choose.overlapOf", { percent })}
          </option>
        ))}
      </Select>
    </>
  )
}

function SourcesChoice({ read: { answer, asked, ask } }: { readonly read: Read }) {
  const t = useTranslations("agreement.choose")
  const all = answer.sources.map(({ id }) => id)
  const chosen = new Set(asked.sources ?? all)
  const toggle = (id: string) => {
    const next = all.filter((each) => (each === id ? !chosen.has(each) : chosen.has(each)))
    if (next.length > 0) ask({ sources: next.length === all.length ? null : next })
  }
  return (
    <fieldset className="choice-list">
      <legend className="strong">{t("sources")}</legend>
      <div className="stack tight">
        {answer.sources.map(({ id, title, passages }) => (
          <Checkbox
            key={id}
            label={title}
            hint={t("sourceNote", { passages })}
            checked={chosen.has(id)}
            disabled={chosen.has(id) && chosen.size === 1}
            onChange={() => toggle(id)}
          />
        ))}
      </div>
    </fieldset>
  )
}
