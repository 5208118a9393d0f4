"use client"

import { useTranslations } from "next-intl"
import { memo, type RefObject, useMemo, useState } from "react"
import type { Side, Span } from "../../core/model"
import { classes } from "../_ui/classes"
import { type Glyph, KindGlyph } from "../_ui/KindGlyph"
import { lanesOf } from "./lanes"
import { measureStripes, type PlacedStripe } from "./measureStripes"
import type { TextOnPage } from "./textOnPage"
import { useFrameBehind } from "./useFrameBehind"
import { useMeasured } from "./useMeasured"
import { useRoving } from "./useRoving"

/** A coding as a stripe in a margin of the text. */
export interface Stripe extends Span {
  readonly key: string
  readonly side: Side
  readonly margin: "left" | "right"
  readonly name: string
  readonly who: string
  /** The words under it, or the first of them. */
  readonly quote: string
  /** The turns it is in, counted from 1. */
  readonly turns: { readonly first: number; readonly last: number }
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

/**
 * Stripes and names in both margins, for what is on the screen and one screen around. One of them is reached by Tab, the
 * others from there by arrows.
 */
export function Stripes({ sheet, text, stripes, visible, chosen, choose }: Props) {
  const [inLane] = useState(createLanes)
  const laned = useMemo(() => withLanes(stripes, inLane), [stripes, inLane])
  // Words are painted in one frame and stripes in the next: both are the half of a frame's time while one scrolls.
  const near = useFrameBehind(visible)
  const placed = useMeasured(
    sheet,
    text,
    (box, page, known) => (near ? measureStripes(laned, near, box, page, known) : []),
    [laned, near],
  )
  const t = useTranslations("desk.transcript")
  const { group, stop, onFocus, onKeyDown } = useRoving(placed, chosen)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset gathers what is filled in.
    <div
      ref={group}
      className="stripes"
      role="group"
      aria-label={t("stripes")}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      {placed.map((stripe) => (
        <OneStripe
          key={stripe.key}
          stripe={stripe}
          chosen={stripe.key === chosen}
          isStop={stripe.key === stop}
          choose={choose}
        />
      ))}
    </div>
  )
}

interface OneProps {
  readonly stripe: PlacedStripe
  readonly chosen: boolean
  /** Whether Tab leads to it. */
  readonly isStop: boolean
  readonly choose: (key: string) => void
}

/** Measured anew with every coding made, and drawn anew only where it moved. */
const OneStripe = memo(function OneStripe({ stripe, chosen, isStop, choose }: OneProps) {
  const t = useTranslations("desk.transcript")
  const common = useTranslations("common")
  const { key, side, margin, name, who, quote, round, kind, settled, faint, left, top, height } = stripe
  if (stripe.hidden > 0) {
    return (
      <span className="more-lanes" style={{ left, top }}>
        {t("moreLanes", { count: stripe.hidden })}
      </span>
    )
  }
  const { first, last } = stripe.turns
  const turns = t("turns", { first, last, count: last - first + 1 })
  const flag = kind && common(`kind.${kind}`)
  const said = [
    t("stripe", { name, who, quote }),
    turns,
    ...(flag ? [settled ? common("kindSettled", { kind: flag }) : flag] : []),
  ].join(", ")
  const isNamed = stripe.labelAt !== null
  const glyph = kind && <KindGlyph kind={kind} settled={settled} size="small" silent />
  return (
    <>
      <button
        type="button"
        className={classes(
          "stripe",
          side,
          chosen && "chosen",
          faint && "faint",
          stripe.crowded && "crowded",
          margin,
        )}
        style={{ left, top, height }}
        aria-label={said}
        aria-pressed={chosen}
        tabIndex={isStop ? 0 : -1}
        title={isNamed ? name : undefined}
        data-name={isNamed ? undefined : name}
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
    before.chosen === after.chosen &&
    before.isStop === after.isStop &&
    before.choose === after.choose &&
    alike(before.stripe, after.stripe)
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
