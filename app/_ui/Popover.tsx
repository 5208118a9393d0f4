"use client"

import { Popover as Primitive } from "radix-ui"
import { type ReactNode, useMemo } from "react"
import { classes } from "./classes"

interface Props {
  /** Its name, for those who hear the page. */
  readonly label: string
  /** One button that opens it; or else `open`, `onOpenChange` and `at`. */
  readonly trigger?: ReactNode
  /** Where on the screen it belongs, when no button opens it: the box of some words, say. */
  readonly at?: { getBoundingClientRect: () => DOMRect }
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly side?: "top" | "right" | "bottom" | "left"
  readonly align?: "start" | "center" | "end"
  /** Room around plain words; leave it out around a list. */
  readonly padded?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A small panel beside what it is about. Focus goes in and comes back; Escape or a press outside closes. */
export function Popover({
  label,
  trigger,
  at,
  open,
  onOpenChange,
  side = "bottom",
  align = "start",
  padded,
  className,
  children,
}: Props) {
  const anchor = useMemo(() => at && { current: at }, [at])
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      {anchor && <Primitive.Anchor virtualRef={anchor} />}
      <Primitive.Portal>
        <Primitive.Content
          className={classes("pop", padded && "pad", className)}
          aria-label={label}
          side={side}
          align={align}
          sideOffset={8}
          collisionPadding={12}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
