import { useFormatter, useTranslations } from "next-intl"
import { Button } from "../../../../_ui/Button"
import { Progress } from "../../../../_ui/Marks"

interface Props {
  readonly sent: number
  /** 0 until something has gone. */
  readonly of: number
  readonly onCancel: () => void
}

/** How far the sending is, with the way to stop it. */
export function SendingLine({ sent, of, onCancel }: Props) {
  const t = useTranslations("source.sending")
  const format = useFormatter()
  const arrived = of > 0 && sent >= of
  return (
    <div className="row" role="status">
      <span className="grow stack tight">
        <span>{arrived ? t("checking") : t("sending")}</span>
        <Progress done={sent} of={of || 1} label={t("sending")} />
      </span>
      <span className="num q">{of > 0 && format.number(sent / of, "percent")}</span>
      <Button onClick={onCancel}>{t("cancel")}</Button>
    </div>
  )
}
