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
  /** Many lie side by side here: narrow, and named when one comes to it. */
  readonly crowded: boolean
  readonly labelAt: CSSProperties | null
}

/** Apart from each other so far, and closer where many lie over one another. */
const PITCH = 9
const CROWDED_PITCH = 7
const LEAST_PITCH = 5
const ROOMY_LANES = 8
const MOST_LANES = 20
const NARROWEST_GUTTER_WITH_NAMES = 110
/** Less than this of a name says nothing. */
const LEAST_OF_A_NAME = 64
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
    const measured = here.flatMap((stripe): Measured[] => {
      const at = known.get(stripe) ?? measure(stripe, box.top, text)
      known.set(stripe, at)
      return at ? [{ ...stripe, ...at }] : []
    })
    const inGutter = (from: number) => (margin === "left" ? gutter - from : words.right - box.left + from)
    const clusters = clustersOf(measured).map((cluster) => arrange(cluster, gutter))
    const shown = clusters.flatMap(({ stripes, fits, pitch, edge, crowded }) =>
      stripes
        .filter(({ lane }) => lane < fits)
        .map((stripe) => ({
          stripe: {
            ...stripe,
            left: margin === "left" ? inGutter(11 + stripe.lane * pitch) : inGutter(12 + stripe.lane * pitch),
            hidden: 0,
            crowded,
            labelAt: null,
          },
          edge,
        })),
    )
    const beyond = clusters.flatMap(({ stripes, fits, edge, crowded }) =>
      overflow(
        stripes.filter(({ lane }) => lane >= fits),
        { left: Math.max(0, inGutter(margin === "left" ? edge : 12)), crowded },
      ),
    )
    return [...withLabels(shown, gutter, inGutter, margin), ...beyond]
  })
}

type Measured = LanedStripe & { readonly top: number; readonly height: number }

/** Stripes that stand side by side, or beside one that does. */
function clustersOf(stripes: readonly Measured[]): Measured[][] {
  const clusters: Measured[][] = []
  let bottom = Number.NEGATIVE_INFINITY
  for (const stripe of [...stripes].sort((one, other) => one.top - other.top)) {
    if (stripe.top < bottom) clusters.at(-1)!.push(stripe)
    else clusters.push([stripe])
    bottom = Math.max(bottom, stripe.top + stripe.height)
  }
  return clusters
}

/** How closely a cluster stands so that as much as can of it fits, and how far into the gutter it then reaches. */
function arrange(stripes: readonly Measured[], gutter: number) {
  const lanes = 1 + Math.max(...stripes.map(({ lane }) => lane))
  const isRoomy = lanes <= ROOMY_LANES && lanes * PITCH <= gutter - 6
  const close = Math.min(CROWDED_PITCH, Math.floor((gutter - 6) / lanes))
  const pitch = isRoomy ? PITCH : Math.max(LEAST_PITCH, close)
  const fits = Math.max(1, Math.min(MOST_LANES, lanes, Math.floor((gutter - 6) / pitch)))
  return { stripes, pitch, fits, crowded: !isRoomy, edge: 11 + fits * pitch }
}

function measure(span: Span, sheetTop: number, text: TextOnPage) {
  const edges = edgesOf(text, span)
  if (!edges) return null
  const height = Math.max(8, edges.last.bottom - edges.first.top - 6)
  return { top: edges.first.top - sheetTop + 3, height }
}

interface Shown {
  readonly stripe: PlacedStripe
  /** How far into the gutter the stripes beside it reach. */
  readonly edge: number
}

/** Names stand beside the outermost lane, moved down rather than overlapping; none where it has no room. */
function withLabels(
  shown: readonly Shown[],
  gutter: number,
  inGutter: (from: number) => number,
  margin: "left" | "right",
): PlacedStripe[] {
  const roomBeside = (edge: number) => Math.min(150, gutter - edge - 12)
  const hasRoom = ({ edge }: Shown) =>
    gutter >= NARROWEST_GUTTER_WITH_NAMES && roomBeside(edge) >= LEAST_OF_A_NAME
  const named = shown.filter(hasRoom)
  const edge = Math.max(0, ...named.map((each) => each.edge))
  const wide = shown.filter((each) => each.edge > edge).map(({ stripe }) => stripe)
  const width = roomBeside(edge)
  const heights = named.map(({ stripe: { name, kind, round } }) => {
    const letters = name.length + (kind ? 3 : 0) + (round ? ROUND : 0)
    return LINE * (letters > width / LETTER ? 2 : 1) + 2
  })
  const tops = spreadLabels(named.map(({ stripe }, at) => ({ top: stripe.top - 2, height: heights[at]! })))
  const left = inGutter(margin === "left" ? edge + width : edge + 6)
  const labelled = named.map(({ stripe }, at): PlacedStripe => {
    const [top, bottom] = [tops[at]!, tops[at]! + heights[at]!]
    const meets = wide.some((other) => other.top < bottom && top < other.top + other.height)
    return meets ? stripe : { ...stripe, labelAt: { left, width, top } }
  })
  return [...labelled, ...shown.filter((each) => !hasRoom(each)).map(({ stripe }) => stripe)]
}

/** One "+n" for those that meet at a place, above those that did fit. */
function overflow(
  stripes: readonly Measured[],
  at: { readonly left: number; readonly crowded: boolean },
): PlacedStripe[] {
  const marks: PlacedStripe[] = []
  for (const stripe of [...stripes].sort((one, other) => one.top - other.top)) {
    const last = marks.at(-1)
    if (last && stripe.top - LINE < last.top + LINE)
      marks[marks.length - 1] = { ...last, hidden: last.hidden + 1 }
    else marks.push({ ...stripe, ...at, top: stripe.top - LINE, hidden: 1, labelAt: null })
  }
  return marks
}
