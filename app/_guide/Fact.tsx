import type { ReactNode } from "react"

/** Something that is known beforehand, or left to be written in. */
export function Fact({
  name,
  wide,
  children,
}: {
  readonly name: string
  readonly wide?: boolean
  readonly children?: ReactNode
}) {
  return (
    <p className={wide ? "wide" : undefined}>
      <span>{name}</span>
      <span className="printed-line">{children}</span>
    </p>
  )
}
