import type { Figure } from "../../core/agreement/figure"
import type { Interval } from "../../core/agreement/interval"
import { type Domain, placeIn } from "./geometry"

const WIDTH = 132
const HEIGHT = 16

interface Props {
  readonly figure: Figure & { readonly interval?: Interval }
  readonly domain: Domain
}

/** Where a figure stands between its domain's ends, and how far it may be off. Silent: the numbers stand beside it. */
export function RangeMark({ figure, domain }: Props) {
  const { value, interval } = figure
  const at = (place: number) => placeIn(domain, place, WIDTH)
  const middle = HEIGHT / 2
  return (
    <svg className="range-mark" viewBox={`-4 0 ${WIDTH + 8} ${HEIGHT}`} aria-hidden="true">
      <path className="track" d={`M0 ${middle}h${WIDTH}`} />
      <path className="zero" d={`M${at(0)} 3v${HEIGHT - 6}M${WIDTH} 3v${HEIGHT - 6}`} />
      {value !== null && interval && interval.low !== null && (
        <path
          className="reach"
          d={`M${at(interval.low)} 4.5v7M${at(interval.low)} ${middle}H${at(interval.high)}M${at(interval.high)} 4.5v7`}
        />
      )}
      {value !== null && <circle cx={at(value)} cy={middle} r="3.6" />}
    </svg>
  )
}
