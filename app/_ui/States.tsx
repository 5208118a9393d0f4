import { useTranslations } from "next-intl"
import type { CSSProperties, ReactNode } from "react"
import { classes } from "./classes"
import { Icon } from "./Icon"

interface StateProps {
  readonly title: ReactNode
  readonly children?: ReactNode
  /** The next thing to do: one button, perhaps a bare second one. */
  readonly action?: ReactNode
  /** It is all there is on the page. */
  readonly centred?: boolean
}

/** Nothing here yet: says what would be here, and offers the next act. */
export function EmptyState({ title, children, action, centred }: StateProps) {
  return (
    <div className={classes("empty", centred && "centred")}>
      <Title centred={centred}>{title}</Title>
      {children && <div className="q2 prose">{children}</div>}
      {action && <div className="row">{action}</div>}
    </div>
  )
}

/** What happened, what is safe, one act. */
export function ErrorState({ title, children, action, centred }: StateProps) {
  return (
    <div className={classes("failure", centred && "centred")} role="alert">
      <Title centred={centred}>{title}</Title>
      {children && <div className="q2 prose">{children}</div>}
      {action && <div className="row">{action}</div>}
    </div>
  )
}

function Title({ centred, children }: Pick<StateProps, "centred" | "children">) {
  return centred ? <h1 className="title">{children}</h1> : <h2>{children}</h2>
}

/** One line about something wrong, inside a page or a form. */
export function Alert({ children }: { readonly children: ReactNode }) {
  return (
    <div className="alert" role="alert">
      <Icon name="warning" />
      <div className="grow">{children}</div>
    </div>
  )
}

const widths = ["46%", "92%", "78%", "85%", "60%"]

/** Still grey lines where text will be; nothing before 300 ms. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const t = useTranslations("common")
  return (
    <div className="skeleton" role="status">
      <span className="vh">{t("loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} style={{ width: widths[line % widths.length] } as CSSProperties} />
      ))}
    </div>
  )
}
