"use client"

import { Tooltip } from "radix-ui"
import type { ReactNode } from "react"
import { Toasts } from "./Toasts"

/** What the parts need around them, once for the whole app. */
export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <Tooltip.Provider delayDuration={500}>
      <Toasts>{children}</Toasts>
    </Tooltip.Provider>
  )
}
