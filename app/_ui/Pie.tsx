import type { Side } from "../../core/model"

/** How far a coder is with a source, in the coder's shape: outline, part, whole. Silent: say it in words beside. */
export function Pie({ side, done, of }: { readonly side: Side; readonly done: number; readonly of: number }) {
  const share = of > 0 ? Math.min(1, done / of) : 0
  return (
    <svg className="pie" viewBox="0 0 18 18" aria-hidden="true">
      {side === "a" ? <Round share={share} /> : <Square share={share} />}
    </svg>
  )
}

function Round({ share }: { readonly share: number }) {
  return (
    <>
      <circle cx="9" cy="9" r="7" fill="none" stroke="var(--a)" strokeWidth="1.4" />
      {share === 1 ? (
        <circle cx="9" cy="9" r="7" fill="var(--a)" />
      ) : (
        <path d={slice(share)} fill="var(--a)" />
      )}
    </>
  )
}

/** Of a circle of radius 7 around 9,9: from noon, clockwise. */
function slice(share: number): string | undefined {
  if (share === 0) return undefined
  const angle = 2 * Math.PI * share
  const x = (9 + 7 * Math.sin(angle)).toFixed(2)
  const y = (9 - 7 * Math.cos(angle)).toFixed(2)
  return `M9 9V2A7 7 0 ${share > 0.5 ? 1 : 0} 1 ${x} ${y}Z`
}

function Square({ share }: { readonly share: number }) {
  const top = 16 - 14 * share
  return (
    <>
      <rect x="2" y="2" width="14" height="14" fill="none" stroke="var(--b)" strokeWidth="1.4" />
      {share > 0 && <rect x="2" y={top} width="14" height={16 - top} fill="var(--b-tint)" />}
      <path d={hatch(top)} stroke="var(--b)" strokeWidth="2" fill="none" />
    </>
  )
}

/** Diagonals of the square below `top`. */
function hatch(top: number): string {
  return [-9, -4.5, 0, 4.5, 9]
    .map((shift) => {
      // On the line x + y = 18 + shift, cut to 2…16 by `top`…16.
      const sum = 18 + shift
      const low = Math.max(top, sum - 16)
      const high = Math.min(16, sum - 2)
      return low < high ? `M${sum - low} ${low}L${sum - high} ${high}` : ""
    })
    .join("")
}
