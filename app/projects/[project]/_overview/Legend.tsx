import { useTranslations } from "next-intl"
import { Pie } from "../../../_ui/Pie"

const states = [
  ["todo", 0],
  ["doing", 0.6],
  ["done", 1],
] as const

/** What the shapes of the grid say. */
export function Legend() {
  const t = useTranslations("overview")
  return (
    <p className="small q legend">
      {states.map(([state, done]) => (
        <span key={state}>
          <Pie side="a" done={done} of={1} />
          <Pie side="b" done={done} of={1} />
          {t(`state.${state}`)}
        </span>
      ))}
      <span>{t("legend")}</span>
    </p>
  )
}
