import type { CSSProperties } from "react"
import type { Span } from "../../core/model"
import { intersection } from "../../core/text"
import { spreadLabels } from "./lanes"
import type { LanedStripe } from "./Stripes"
import { edgesOf, type TextOnPage } from "./textOnPage"
import type { Known } from "./useMeasured"

/** A stripe with its place in the sheet; `hidden` > 0 stands for that many that did not fit. */
export interface PlacedStripe extends LanedStripe {
  readonly left: number
  readonly top: number
  readonly height: number
  readonly hidden: number
  readonly labelAt: CSSProperties | null
}

const PITCH = 9
const NARROWEST_GUTTER_WITH_NAMES = 110
const MOST_LANES = 8
const LINE = 17
const LETTER = 6.4
/** Letters that naming a later reading's round takes. */
const ROUND = 13

/** Where the stripes within some text stand, read from the page as it is laid out now. */
export function measureStripes(
  stripes: readonly LanedStripe[],
  visible: Span,
  sheet: HTMLElement,
  text: TextOnPage,
  known: Known,
): PlacedStripe[] {
  const box = sheet.getBoundingClientRect()
  const words = text.root.getBoundingClientRect()
  const gutters = { left: words.left - box.left, right: box.right - words.right }
  return (["left", "right"] as const).flatMap((margin) => {
    const gutter = gutters[margin]
    const here = stripes.filter((stripe) => stripe.margin === margin && intersection(stripe, visible))
    const fits = Math.max(1, Math.min(MOST_LANES, Math.floor((gutter - 6) / PITCH)))
    const lanes = Math.min(fits, 1 + Math.max(-1, ...here.map((stripe) => stripe.lane)))
    const place = (lane: number) =>
      margin === "left" ? gutter - 11 - lane * PITCH : words.right - box.left + 12 + lane * PITCH
    const placed = here.flatMap((stripe): PlacedStripe[] => {
      const at = known.get(stripe) ?? measure(stripe, box.top, text)
      known.set(stripe, at)
      return at ? [{ ...stripe, ...at, left: place(stripe.lane), hidden: 0, labelAt: null }] : []
    })
    const shown = placed.filter((stripe) => stripe.lane < fits)
    const labelled =
      gutter >= NARROWEST_GUTTER_WITH_NAMES ? withLabels(shown, lanes, gutter, words, box) : shown
    return [
      ...labelled,
      ...overflow(
        placed.filter((stripe) => stripe.lane >= fits),
        place(fits),
      ),
    ]
  })
}

function measure(span: Span, sheetTop: number, text: TextOnPage) {
  const edges = edgesOf(text, span)
  if (!edges) return null
  const height = Math.max(8, edges.last.bottom - edges.first.top - 6)
  return { top: edges.first.top - sheetTop + 3, height }
}

/** Names stand beside the outermost lane, moved down rather than overlapping. */
function withLabels(
  stripes: readonly PlacedStripe[],
  lanes: number,
  gutter: number,
  words: DOMRect,
  box: DOMRect,
): PlacedStripe[] {
  const edge = 11 + lanes * PITCH
  const room = Math.min(150, gutter - edge - 12)
  if (room < 50) return [...stripes]
  const perLine = room / LETTER
  const tops = spreadLabels(
    stripes.map(({ top, name, kind, round }) => ({
      top: top - 2,
      height: LINE * (name.length + (kind ? 3 : 0) + (round ? ROUND : 0) > perLine ? 2 : 1) + 2,
    })),
  )
  return stripes.map((stripe, at) => ({
    ...stripe,
    labelAt:
      stripe.margin === "left"
        ? { left: gutter - edge - room, width: room, top: tops[at]! }
        : { left: words.right - box.left + edge + 6, width: room, top: tops[at]! },
  }))
}

/** One "+n" for those that meet at a place. */
function overflow(stripes: readonly PlacedStripe[], left: number): PlacedStripe[] {
  const marks: PlacedStripe[] = []
  for (const stripe of [...stripes].sort((one, other) => one.top - other.top)) {
    const last = marks.at(-1)
    if (last && stripe.top < last.top + LINE) marks[marks.length - 1] = { ...last, hidden: last.hidden + 1 }
    else marks.push({ ...stripe, left: left - 4, hidden: 1 })
  }
  return marks
}
