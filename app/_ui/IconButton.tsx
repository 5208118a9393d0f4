"use client"

import type { ComponentProps } from "react"
import { classes } from "./classes"
import { Icon } from "./Icon"
import type { IconName } from "./icons"
import { Tooltip } from "./Tooltip"

interface Props extends Omit<ComponentProps<"button">, "children"> {
  readonly icon: IconName
  /** What it does: its name, and its tooltip. */
  readonly label: string
  readonly shortcut?: string
  readonly side?: "top" | "right" | "bottom" | "left"
}

export function IconButton({ icon, label, shortcut, side, className, ...rest }: Props) {
  return (
    <Tooltip text={label} shortcut={shortcut} side={side}>
      <button type="button" aria-label={label} {...rest} className={classes("icon-btn", className)}>
        <Icon name={icon} />
      </button>
    </Tooltip>
  )
}
