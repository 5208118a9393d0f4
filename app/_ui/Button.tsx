import Link from "next/link"
import type { ComponentProps, ReactNode } from "react"
import { classes } from "./classes"
import { Icon } from "./Icon"
import type { IconName } from "./icons"

interface Look {
  /** One primary a view. */
  readonly kind?: "plain" | "primary" | "bare" | "danger"
  readonly size?: "usual" | "big"
  readonly wide?: boolean
  readonly icon?: IconName
  /** The key that does the same, as it is written on the keyboard. */
  readonly shortcut?: string
  /** The act is under way: a second press does nothing. */
  readonly busy?: boolean
  readonly className?: string
  readonly children?: ReactNode
}

export function Button({ busy, onClick, ...props }: Look & ComponentProps<"button">) {
  const { rest, look, inside } = dress(props)
  return (
    <button
      type="button"
      {...rest}
      className={look}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {inside}
    </button>
  )
}

/** A place to go that looks like a button. */
export function ButtonLink({ busy: _, ...props }: Look & ComponentProps<typeof Link>) {
  const { rest, look, inside } = dress(props)
  return (
    <Link {...rest} className={look}>
      {inside}
    </Link>
  )
}

function dress<Props extends Look>(props: Props) {
  const { kind = "plain", size = "usual", wide, icon, shortcut, className, children, ...rest } = props
  return {
    rest,
    look: classes("btn", kind !== "plain" && kind, size === "big" && "big", wide && "wide", className),
    inside: (
      <>
        {icon && <Icon name={icon} />}
        {children}
        {shortcut && (
          <span className="k" aria-hidden="true">
            {shortcut}
          </span>
        )}
      </>
    ),
  }
}
