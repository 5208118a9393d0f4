import { useTranslations } from "next-intl"
import { variables } from "../../../_ui/Marks"
import { fewestInCommon } from "./justAgreed"

const WORDS = 12

/** Two codings that a tolerance only just takes for an agreement, drawn one above the other. */
export function JustAgreed({ tolerance }: { readonly tolerance: number }) {
  const t = useTranslations("projectSettings")
  const common = fewestInCommon(WORDS, tolerance)
  const share = (words: number) => (100 * words) / (2 * WORDS)
  return (
    <figure className="stack tight just-agreed">
      <div className="extents" aria-hidden="true">
        <i className="a" style={variables({ from: 0, to: share(WORDS) })} />
        <i className="b" style={variables({ from: share(WORDS - common), to: share(2 * WORDS - common) })} />
      </div>
      <figcaption className="small q2">{t("tolerance.example", { words: WORDS, common })}</figcaption>
    </figure>
  )
}
