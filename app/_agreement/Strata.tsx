"use client"

import { useTranslations } from "next-intl"
import { Button } from "../_ui/Button"
import { ScrollX } from "../_ui/ScrollX"
import { onlyPair } from "./names"
import type { Read } from "./read"
import { Value } from "./Value"

/** The headline figures by what the coders had seen of each other's when they handed in. */
export function Strata({ read }: { readonly read: Read }) {
  const t = useTranslations("agreement")
  const { answer, ask } = read
  const { strata, asked } = answer
  const byPair = strata.every(({ overall }) => onlyPair(overall.pairs) !== null)
  return (
    <ScrollX label={t("strata.caption")}>
      <table className="flush">
        <caption className="vh">{t("strata.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("strata.what")}</th>
            <th scope="col" className="r">
              {t("strata.passages")}
            </th>
            <th scope="col" className="r">
              {t("figures.setAlphaDice.name")}
            </th>
            {byPair && (
              <th scope="col" className="r">
                {t("figures.pooledKappa.name")}
              </th>
            )}
            <th scope="col" className="r">
              {t("figures.anyUAlpha.name")}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {strata.map(({ stratum, passages, overall }) => (
            <tr key={stratum}>
              <th scope="row">{t(`strata.${stratum}`)}</th>
              <td className="r">{passages}</td>
              <td className="r">
                <Value figure={overall.setAlphaDice} />
              </td>
              {byPair && (
                <td className="r">
                  <Value figure={onlyPair(overall.pairs)!.pooledKappa} />
                </td>
              )}
              <td className="r">
                <Value figure={overall.anyCode.uAlphaBinary} />
              </td>
              <td className="r">
                {asked.stratum === stratum ? (
                  <span className="small q2">{t("strata.shown")}</span>
                ) : (
                  <Button kind="bare" onClick={() => ask({ stratum })}>
                    {t("strata.show")}
                    <span className="vh"> {t(`strata.${stratum}`)}</span>
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}
