import { useTranslations } from "next-intl"
import type { CSSProperties, ReactNode } from "react"
import type { Side } from "../../core/model"
import { classes } from "./classes"

/** A coder's mark, to stand before the name of a code. Silent: say who in words. */
export function Mark({ side }: { readonly side: Side }) {
  return <span className={classes("mark", side)} aria-hidden="true" />
}

/** A code as one coder's: mark, then name. */
export function CodeOf({ side, children }: { readonly side: Side; readonly children: ReactNode }) {
  return (
    <span className="code">
      <Mark side={side} />
      {children}
    </span>
  )
}

/** The colour of a theme; the only place where one appears. */
export function Swatch({ colour }: { readonly colour: string | null }) {
  return <span className="swatch" aria-hidden="true" style={variables({ sw: colour ?? "transparent" })} />
}

interface From {
  readonly from: Side | "ab"
  readonly names: { readonly a: string; readonly b: string }
}

/** From whom a code came. */
export function Provenance({ from, names }: From) {
  const t = useTranslations("common")
  const label = from === "ab" ? t("fromBoth", names) : t("from", { name: names[from] })
  return (
    <span className={classes("prov", from)} role="img" aria-label={label} title={label}>
      <i />
      <i />
    </span>
  )
}

interface Share {
  readonly done: number
  readonly of: number
  /** What is measured, for those who hear the page. */
  readonly label: string
  readonly side?: Side
  readonly wide?: boolean
}

/** How much of a whole. Print the numbers beside it. */
export function Meter({ done, of, label, side, wide }: Share) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native meter cannot be hatched.
    <span
      className={classes("meter", side, wide && "wide")}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
      style={variables({ v: of > 0 ? done / of : 0 })}
    >
      <i />
    </span>
  )
}

/** Something under way that has an end: an upload, an import. Without `done` nobody knows how far. */
export function Progress({ done, of, label }: { done?: number; of: number; label: string }) {
  return (
    <span
      className="meter wide"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
      style={variables({ v: done && of > 0 ? done / of : 0 })}
    >
      <i />
    </span>
  )
}

/** Counts of both coders on one scale, A above B. Print the numbers beside them. */
export function Bars({ a, b, of }: { readonly a: number; readonly b: number; readonly of: number }) {
  const share = (count: number) => variables({ v: of > 0 ? (100 * count) / of : 0 })
  return (
    <span className="bars" aria-hidden="true">
      <i className="a" style={share(a)} />
      <i className="b" style={share(b)} />
    </span>
  )
}

/** Custom properties for a style attribute. */
export function variables(values: Readonly<Record<string, string | number>>): CSSProperties {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${name}`, value]))
}
