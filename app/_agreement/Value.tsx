"use client"

import type { Figure } from "../../core/agreement/figure"
import { useAgreementWords } from "./useAgreementWords"

/** A coefficient; where it is undefined a dash, and why for those who hear the page or point at it. */
export function Value({ figure }: { readonly figure: Figure }) {
  const words = useAgreementWords()
  const why = words.undefined(figure)
  if (why === null) return <span className="num">{words.figure(figure)}</span>
  return (
    <span className="q" title={why}>
      <span aria-hidden="true">—</span>
      <span className="vh">{why}</span>
    </span>
  )
}
