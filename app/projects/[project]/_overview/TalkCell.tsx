import Link from "next/link"
import { useTranslations } from "next-intl"
import type { SourceOverview } from "../../../../server/queries/overview"
import { Icon } from "../../../_ui/Icon"
import { KindGlyph } from "../../../_ui/KindGlyph"

/** Open, referred and settled points of a source; leads to where they are talked over. */
export function TalkCell({ source, href }: { readonly source: SourceOverview; readonly href: string }) {
  const t = useTranslations("overview")
  const { talk, coders } = source
  if (!talk) return <span className="q">–</span>
  if (coders.length === 1) return <span className="small q">{t("talk.oneCoder")}</span>
  const { discuss, referred, settled, parked } = talk
  if (discuss + referred + settled + parked === 0) return <span className="q">–</span>
  const words = [
    discuss > 0 && t("talk.discuss", { count: discuss }),
    referred > 0 && t("talk.referred", { count: referred }),
    parked > 0 && t("talk.parked", { count: parked }),
    settled > 0 && t("talk.settled", { count: settled }),
  ].filter((each) => each !== false)
  return (
    <Link href={href} className="talk" aria-label={words.join(", ")} title={words.join(", ")}>
      {discuss > 0 && (
        <span className="open num">
          <KindGlyph kind="code" silent />
          {discuss}
        </span>
      )}
      {referred > 0 && (
        <span className="referred num">
          <Icon name="refer" />
          {referred}
        </span>
      )}
      {parked > 0 && <span className="small q num">{t("talk.parked", { count: parked })}</span>}
      {settled > 0 && <span className="small q num">{t("talk.settled", { count: settled })}</span>}
    </Link>
  )
}
