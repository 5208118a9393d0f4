import { useTranslations } from "next-intl"
import { useSizeText } from "../../../../_sending/useSizeText"
import { Icon } from "../../../../_ui/Icon"
import { IconButton } from "../../../../_ui/IconButton"

interface Props {
  readonly file: File
  readonly part: "transcript" | "recording"
  readonly onRemove: () => void
}

/** A file that was chosen, with the way to take it back. */
export function ChosenFile({ file, part, onRemove }: Props) {
  const t = useTranslations("source.files")
  const size = useSizeText()
  return (
    <li className="row">
      <Icon name={part === "transcript" ? "file" : "sound"} />
      <span className="q2">{t(part)}</span>
      <span className="strong clip grow">{file.name}</span>
      <span className="small q num">{size(file.size)}</span>
      <IconButton icon="close" label={t("remove", { name: file.name })} onClick={onRemove} />
    </li>
  )
}
