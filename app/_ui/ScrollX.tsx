"use client"

import { type ReactNode, useEffect, useRef, useState } from "react"

interface Props {
  /** What is moved, for those who hear the page. */
  readonly label: string
  readonly children: ReactNode
}

/** What may be wider than the page: moved by the keyboard too, and a stop for it only where there is something to move. */
export function ScrollX({ label, children }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const [isWider, setWider] = useState(false)
  useEffect(() => {
    const { current } = frame
    if (!current) return
    const observer = new ResizeObserver(() => setWider(current.scrollWidth > current.clientWidth))
    for (const one of [current, ...current.children]) observer.observe(one)
    return () => observer.disconnect()
  }, [])
  const stop = isWider ? { role: "group", "aria-label": label, tabIndex: 0 } : {}
  return (
    <div ref={frame} className="scroll-x" {...stop}>
      {children}
    </div>
  )
}
