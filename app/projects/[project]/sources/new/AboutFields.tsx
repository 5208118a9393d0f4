"use client"

import { useTranslations } from "next-intl"
import { type SourceKind, sourceKinds } from "../../../../../core/model"
import { Select, TextField } from "../../../../_ui/Field"

interface Props {
  readonly title: string
  readonly onTitle: (title: string) => void
  /** What it may be, where nothing is known of it. */
  readonly kind?: SourceKind
  /** What is known of it already. */
  readonly known?: {
    readonly kind: SourceKind
    readonly context: { readonly who: string; readonly where: string; readonly how: string }
  }
}

/** Title, kind and context; read by their names when the form is sent. */
export function AboutFields({ title, onTitle, kind = "interview", known }: Props) {
  const t = useTranslations("source.about")
  return (
    <div className="form about">
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        name="title"
        required
        maxLength={200}
        pattern=".*\S.*"
        value={title}
        onChange={(event) => onTitle(event.currentTarget.value)}
      />
      <Select label={t("kind")} name="kind" defaultValue={known?.kind ?? kind}>
        {sourceKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </Select>
      <TextField
        label={t("who")}
        hint={t("whoHint")}
        name="context_who"
        defaultValue={known?.context.who}
        maxLength={5000}
      />
      <TextField
        label={t("where")}
        name="context_where"
        defaultValue={known?.context.where}
        maxLength={5000}
      />
      <TextField
        label={t("how")}
        hint={t("howHint")}
        name="context_how"
        defaultValue={known?.context.how}
        maxLength={5000}
      />
    </div>
  )
}
