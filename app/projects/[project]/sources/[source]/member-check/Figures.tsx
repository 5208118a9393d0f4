import { useTranslations } from "next-intl"
import type { CheckCounts } from "../../../../../../core/memberCheck"
import { ScrollX } from "../../../../../_ui/ScrollX"

const lines = ["sent", "opened", "returned", "comments", "handled"] as const

interface Props {
  readonly here: CheckCounts
  readonly project: CheckCounts
  /** Where it is taken away as a table. */
  readonly table: string | null
}

/** What a report says of member checks. */
export function Figures({ here, project, table }: Props) {
  const t = useTranslations("memberCheck.figures")
  return (
    <section className="stack" aria-labelledby="figures">
      <h2 className="lead" id="figures">
        {t("title")}
      </h2>
      <ScrollX label={t("title")}>
        <table className="roomy flush reported">
          <caption className="vh">{t("title")}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col" className="r">
                {t("here")}
              </th>
              <th scope="col" className="r">
                {t("project")}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line}>
                <th scope="row">{t(line)}</th>
                <td className="r num">{here[line]}</td>
                <td className="r num">{project[line]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      {table && (
        <p>
          <a className="link small" href={table} download>
            {t("csv")}
          </a>
        </p>
      )}
    </section>
  )
}
