"use client"

import { Tooltip as Primitive } from "radix-ui"
import type { ReactNode } from "react"

interface Props {
  readonly text: ReactNode
  readonly shortcut?: string
  readonly side?: "top" | "right" | "bottom" | "left"
  /** One element that takes focus. */
  readonly children: ReactNode
}

/** Words shown on hover and on focus. Never the only place where something is said. */
export function Tooltip({ text, shortcut, side = "bottom", children }: Props) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content className="tip" side={side} sideOffset={6} collisionPadding={8}>
          {text}
          {shortcut && <span className="k">{shortcut}</span>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
