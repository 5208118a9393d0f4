import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { classes } from "./classes"

/** How two coders differ as the eye reads it; "ancestor" is a different reading one level up or down. */
export type Glyph = "code" | "ancestor" | "boundary" | "omission" | "agree"

interface Props {
  readonly kind: Glyph
  /** Outlined once settled, filled while open. */
  readonly settled?: boolean
  readonly size?: "small" | "usual"
  /** The words stand beside it: stay silent. */
  readonly silent?: boolean
}

/** Silhouette says what kind of disagreement, fill says whether it is open. */
export function KindGlyph({ kind, settled, size, silent }: Props) {
  const t = useTranslations("common")
  const words = settled ? t("kindSettled", { kind: t(`kind.${kind}`) }) : t(`kind.${kind}`)
  return (
    <svg
      className={classes("kind", kind, settled && "settled", size === "small" && "small")}
      viewBox="0 0 17 17"
      role={silent ? undefined : "img"}
      aria-label={silent ? undefined : words}
      aria-hidden={silent}
    >
      {drawings[kind]}
    </svg>
  )
}

const drawings: Readonly<Record<Glyph, ReactNode>> = {
  code: (
    <>
      <path d="M8.5 1 16 8.5 8.5 16 1 8.5z" />
      <path className="in" d="M5.8 7h5.4M5.8 10h5.4M10 5.2 7 11.8" />
    </>
  ),
  ancestor: (
    <>
      <path d="M8.5 1.8 16 15.2H1z" />
      <path className="in" d="M8.5 13.2V8.3M6.5 10l2-2 2 2" />
    </>
  ),
  boundary: (
    <>
      <path d="M1 4h15v9H1z" />
      <path className="in" d="M4.4 6.2v4.6M7 8.5h5.4M10.5 6.4l2.1 2.1-2.1 2.1" />
    </>
  ),
  omission: <circle className="ring" cx="8.5" cy="8.5" r="6.6" strokeDasharray="3.7 1.484" />,
  agree: (
    <>
      <circle cx="8.5" cy="8.5" r="7.2" />
      <path className="in" d="M5.4 7h6.2M5.4 10h6.2" />
    </>
  ),
}
