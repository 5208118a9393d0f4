import type { Side } from "../../core/model"
import { classes } from "./classes"

interface Props {
  /** "s" is whoever codes on neither side: a supervisor, an observer. */
  readonly side: Side | "s"
  readonly name: string
  readonly size?: "small" | "usual" | "big"
  /** The name stands beside it: stay silent. */
  readonly silent?: boolean
}

/** A person: the first letter of the name, in the shape of the side. */
export function Who({ side, name, size = "usual", silent }: Props) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it has its label exactly when it has its role.
    <span
      className={classes("who", side, size !== "usual" && size)}
      role={silent ? undefined : "img"}
      aria-label={silent ? undefined : name}
      title={silent ? undefined : name}
      aria-hidden={silent}
    >
      {initial(name) ?? side.toUpperCase()}
    </span>
  )
}

/** Both coders, always A before B. */
export function Pair({ a, b, size, silent }: { a: string; b: string } & Pick<Props, "size" | "silent">) {
  return (
    <span className="pair">
      <Who side="a" name={a} size={size} silent={silent} />
      <Who side="b" name={b} size={size} silent={silent} />
    </span>
  )
}

function initial(name: string): string | undefined {
  return [...name.trim()][0]?.toUpperCase()
}
