import Link from "next/link"
import { useFormatter, useTranslations } from "next-intl"
import type { Overview } from "../../../../server/queries/overview"
import { Icon } from "../../../_ui/Icon"
import type { IconName } from "../../../_ui/icons"
import { KindGlyph } from "../../../_ui/KindGlyph"
import { forYou, type ToDo } from "./forYou"

interface Props {
  readonly overview: Overview
  readonly me: { readonly id: string }
  readonly name: string
  readonly now: string
}

/** What waits for the reader, each a way to it. */
export function ForYou({ overview, me, name, now }: Props) {
  const t = useTranslations("overview")
  const todo = forYou(overview, me.id, now)
  return (
    <>
      <h2>{t("forYou.title", { name })}</h2>
      {todo.length === 0 ? (
        <p className="q2">{t("forYou.nothing")}</p>
      ) : (
        <ul className="lines linked">
          {todo.map((each) => (
            <li key={each.href + each.what}>
              <Link href={each.href}>
                <Sign what={each.what} />
                <Words todo={each} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const icons: Readonly<Record<Exclude<ToDo["what"], "discuss">, IconName>> = {
  decide: "refer",
  opinions: "check",
  begin: "edit",
  correct: "edit",
  continue: "edit",
  assign: "people",
  invite: "people",
}

function Sign({ what }: Pick<ToDo, "what">) {
  return what === "discuss" ? <KindGlyph kind="code" silent /> : <Icon name={icons[what]} />
}

function Words({ todo }: { readonly todo: ToDo }) {
  const t = useTranslations("overview")
  const format = useFormatter()
  const day = (at: string) => format.dateTime(new Date(at), "shortDay")
  const [title, more] = said()
  return (
    <span className="grow">
      <span className="strong">{title}</span>
      {more && <span className="small q2 stack">{more}</span>}
    </span>
  )

  function said(): [string, string?] {
    switch (todo.what) {
      case "begin":
        return [t("forYou.begin", todo)]
      case "correct":
        return [t("forYou.correct", todo)]
      case "continue":
        return [t("forYou.continue", todo), t("forYou.atPassage", todo)]
      case "discuss":
        return [
          t("forYou.discuss", todo),
          todo.toAnswer > 0 ? t("forYou.toAnswer", { count: todo.toAnswer }) : undefined,
        ]
      case "decide":
        return [t("forYou.decide", todo), t("forYou.since", { day: day(todo.since), count: todo.count })]
      case "opinions":
        return [t("forYou.opinions", todo), t("forYou.opinionAt", { day: day(todo.at) })]
      case "assign":
        return [t("forYou.assign", todo)]
      case "invite":
        return [t("forYou.invite"), t("forYou.inviteMore")]
    }
  }
}
