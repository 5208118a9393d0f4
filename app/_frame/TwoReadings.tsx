const lines = [146, 138, 150, 120, 142, 150, 84]

/** One text, read by two: solid on its left, hatched on its right. */
export function TwoReadings() {
  return (
    <svg viewBox="0 0 250 150" aria-hidden="true">
      <g stroke="var(--a)" strokeWidth="7" strokeLinecap="round">
        <path d="M14 12v72" />
        <path d="M28 60v48" />
      </g>
      <g stroke="var(--line-strong)" strokeWidth="2" opacity=".55">
        {lines.map((length, line) => (
          <path key={line} d={`M52 ${14 + 20 * line}h${length}`} />
        ))}
      </g>
      <Hatched x={218} y={28} height={62} />
      <Hatched x={232} y={88} height={50} />
    </svg>
  )
}

function Hatched({ x, y, height }: { readonly x: number; readonly y: number; readonly height: number }) {
  const strokes = Array.from({ length: Math.floor((height - 8) / 6) + 1 }, (_, at) => y + 8 + 6 * at)
  return (
    <g stroke="var(--b)">
      <rect x={x} y={y} width="7" height={height} fill="var(--b-tint)" strokeWidth="1.2" />
      <path d={strokes.map((top) => `M${x} ${top}l7-6`).join("")} strokeWidth="2" />
    </g>
  )
}
