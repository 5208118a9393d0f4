"use client"

import { Meter } from "../../../../../_ui/Marks"
import { Who } from "../../../../../_ui/Who"
import type { DeskSource } from "./deskSource"

/** How many passages each has completed: a count, and nothing else of the other's work. */
export function BothProgress({ seen }: { readonly seen: DeskSource }) {
  return (
    <>
      <span className="divider" />
      {seen.coders.map(({ id, name, side }) => {
        const { done, of } = seen.progress[id] ?? { done: 0, of: seen.passages.length }
        return (
          <span key={id} className="row small both-progress">
            <Who side={side} name={name} />
            <Meter side={side} done={done} of={of} label={name} />
            <span className="num">
              {done}/{of}
            </span>
          </span>
        )
      })}
    </>
  )
}
