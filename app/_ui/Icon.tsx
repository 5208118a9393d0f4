import { classes } from "./classes"
import { type IconName, icons, solidIcons } from "./icons"

interface Props {
  readonly name: IconName
  /** Only where no words stand beside it; without it the drawing is silent. */
  readonly label?: string
  readonly className?: string
}

export function Icon({ name, label, className }: Props) {
  const solid = name in solidIcons
  const path = { ...icons, ...solidIcons }[name]
  return (
    <svg
      className={classes("i", solid && "solid", className)}
      viewBox="0 0 16 16"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={path} />
    </svg>
  )
}
