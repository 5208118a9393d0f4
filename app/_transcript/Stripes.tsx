"use client"

import { useTranslations } from "next-intl"
import { memo, type RefObject, useMemo, useState } from "react"
import type { Side, Span } from "../../core/model"
import { classes } from "../_ui/classes"
import { type Glyph, KindGlyph } from "../_ui/KindGlyph"
import { lanesOf } from "./lanes"
import { measureStripes, type PlacedStripe } from "./measureStripes"
import type { TextOnPage } from "./textOnPage"
import { useMeasured } from "./useMeasured"

/** A coding as a stripe in a margin of the text. */
export interface Stripe extends Span {
  readonly key: string
  readonly side: Side
  readonly margin: "left" | "right"
  readonly name: string
  readonly who: string
  /** The words under it, or the first of them. */
  readonly quote: string
  readonly kind: Glyph | null
  readonly settled?: boolean
  /** Not counted: late, or dropped. */
  readonly faint?: boolean
  /** Of a later reading. */
  readonly round?: number | null
}

interface Props {
  readonly sheet: RefObject<HTMLElement | null>
  readonly text: TextOnPage | null
  readonly stripes: readonly Stripe[]
  readonly visible: Span | null
  readonly chosen: string | null
  readonly choose: (key: string) => void
}

/** Stripes and names in both margins, for what is on the screen and one screen around. */
export function Stripes({ sheet, text, stripes, visible, chosen, choose }: Props) {
  const [inLane] = useState(createLanes)
  const laned = useMemo(() => withLanes(stripes, inLane), [stripes, inLane])
  const placed = useMeasured(
    sheet,
    text,
    (box, page, known) => (visible ? measureStripes(laned, visible, box, page, known) : []),
    [laned, visible],
  )
  return placed.map((stripe) => (
    <OneStripe key={stripe.key} stripe={stripe} chosen={stripe.key === chosen} choose={choose} />
  ))
}

interface OneProps {
  readonly stripe: PlacedStripe
  readonly chosen: boolean
  readonly choose: (key: string) => void
}

/** Measured anew with every coding made, and drawn anew only where it moved. */
const OneStripe = memo(function OneStripe({ stripe, chosen, choose }: OneProps) {
  const t = useTranslations("desk.transcript")
  const { key, side, margin, name, who, quote, round, kind, settled, faint, left, top, height } = stripe
  if (stripe.hidden > 0) {
    return (
      <span className="more-lanes" style={{ left, top }}>
        {t("moreLanes", { count: stripe.hidden })}
      </span>
    )
  }
  const glyph = kind && <KindGlyph kind={kind} settled={settled} size="small" silent />
  return (
    <>
      <button
        type="button"
        className={classes("stripe", side, chosen && "chosen", faint && "faint")}
        style={{ left, top, height }}
        aria-label={t("stripe", { name, who, quote })}
        aria-pressed={chosen}
        title={name}
        data-stripe={key}
        onClick={() => choose(key)}
      />
      {stripe.labelAt && (
        <span
          className={classes(
            "label",
            margin === "left" && "mine",
            chosen && "chosen",
            kind === "agree" && "agreed",
          )}
          style={stripe.labelAt}
          aria-hidden="true"
          onClick={() => choose(key)}
        >
          {margin === "right" && glyph} {name}
          {round && <span className="q"> {t("round", { round })}</span>} {margin === "left" && glyph}
        </span>
      )}
    </>
  )
}, drawsAlike)

function drawsAlike(before: OneProps, after: OneProps): boolean {
  return (
    before.chosen === after.chosen && before.choose === after.choose && alike(before.stripe, after.stripe)
  )
}

function alike(one: object, other: object): boolean {
  if (one === other) return true
  const [fields, others] = [one as Record<string, unknown>, other as Record<string, unknown>]
  for (const name in fields) {
    const [field, same] = [fields[name], others[name]]
    if (field === same) continue
    if (!isObject(field) || !isObject(same) || !alike(field, same)) return false
  }
  return true
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null
}

export type LanedStripe = Stripe & { readonly lane: number }

function withLanes(stripes: readonly Stripe[], inLane: ReturnType<typeof createLanes>): LanedStripe[] {
  return (["left", "right"] as const).flatMap((margin) => {
    const own = stripes.filter((stripe) => stripe.margin === margin)
    const lanes = lanesOf(own)
    return own.map((stripe, at) => inLane(stripe, lanes[at]!))
  })
}

/** A stripe that stays in its lane stays the same object: it is neither measured nor drawn again. */
function createLanes() {
  const known = new WeakMap<Stripe, LanedStripe>()
  return (stripe: Stripe, lane: number): LanedStripe => {
    const before = known.get(stripe)
    if (before?.lane === lane) return before
    const laned = { ...stripe, lane }
    known.set(stripe, laned)
    return laned
  }
}
