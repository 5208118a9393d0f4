import { useFormatter, useTranslations } from "next-intl"
import type { AuditEntry } from "../../../../server/queries/audit"

/** What was done, the latest first, a line each. */
export function Entries({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const t = useTranslations("safety.audit")
  const format = useFormatter()
  return (
    <div className="scroll-x">
      <table className="roomy">
        <caption className="vh">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("when")}</th>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("about")}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, at, by, action, about }) => (
            <tr key={id}>
              <td className="num q2">
                <time dateTime={at}>{format.dateTime(new Date(at), "datedMoment")}</time>
              </td>
              <td>{by ? by.name : <span className="q2">{t("server")}</span>}</td>
              <td>{t(`action.${action}`)}</td>
              <td className="q2">{about ?? (action === "source-deleted" ? t("gone") : "")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
