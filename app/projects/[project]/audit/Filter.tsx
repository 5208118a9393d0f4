import Link from "next/link"
import { useTranslations } from "next-intl"
import { auditKinds } from "../../../../core/audit"
import type { AuditFilter } from "../../../../server/queries/audit"
import { Button } from "../../../_ui/Button"
import { Select } from "../../../_ui/Field"

interface Props {
  readonly place: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly filter: AuditFilter
}

/** Which part of the trail is shown: a form that asks for an address, so that it can be kept and sent on. */
export function Filter({ place, people, filter }: Props) {
  const t = useTranslations("safety.audit")
  return (
    <form className="filtering" action={place}>
      <Select label={t("person")} name="by" defaultValue={filter.by ?? ""}>
        <option value="">{t("everybody")}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select label={t("kindLabel")} name="kind" defaultValue={filter.kind ?? ""}>
        <option value="">{t("everything")}</option>
        {auditKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </Select>
      <Button type="submit">{t("filter")}</Button>
      {(filter.by || filter.kind) && (
        <Link className="link small" href={place}>
          {t("reset")}
        </Link>
      )}
    </form>
  )
}
