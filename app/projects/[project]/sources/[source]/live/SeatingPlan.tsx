"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react"
import type * as Y from "yjs"
import type { AtTable } from "../../../../../../core/fieldNotes"
import { nearestSeat, reseated, seatAt, seated } from "../../../../../../core/seating"
import { changeEntry } from "../../../../../../core/ydoc/fieldNotes"
import type { FirstNames } from "../../../../../_device/firstNames"
import { classes } from "../../../../../_ui/classes"
import { namedLetter } from "./useFirstNames"

interface Props {
  readonly people: readonly AtTable[]
  readonly names: FirstNames
  readonly doc: Y.Doc
}

/** Who is being moved, and where they are held now, in hundredths of the table. */
interface Held {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** Who sits where around the table: moved by a finger, a mouse, or the arrow keys. */
export function SeatingPlan({ people, names, doc }: Props) {
  const t = useTranslations("notes.seating")
  const table = useRef<HTMLOListElement>(null)
  const [held, hold] = useState<Held | null>(null)
  const seats = seated(people)
  if (seats.length < 2) return null
  const sit = (id: string, place: number) =>
    doc.transact(() => {
      for (const one of reseated(people, id, place)) {
        const before = people.find(({ id }) => id === one.id)
        if (before?.order !== one.order) changeEntry(doc, "people", one.id, { order: one.order })
      }
    })
  function pointAt(event: PointerEvent) {
    const box = table.current!.getBoundingClientRect()
    return {
      x: ((event.clientX - box.left) / box.width) * 100,
      y: ((event.clientY - box.top) / box.height) * 100,
    }
  }
  function onKeyDown(event: KeyboardEvent, id: string, place: number) {
    const by = ["ArrowRight", "ArrowDown"].includes(event.key)
      ? 1
      : ["ArrowLeft", "ArrowUp"].includes(event.key)
        ? -1
        : 0
    if (by === 0 || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    sit(id, (place + by + seats.length) % seats.length)
  }
  return (
    <section className="stack" aria-label={t("label")}>
      <div>
        <h2>{t("label")}</h2>
        <p className="small q2 prose">{t("lead")}</p>
      </div>
      <ol className="seating" ref={table}>
        {seats.map(({ id, letter, part, presence }, place) => {
          const { x, y } = held?.id === id ? held : seatAt(place, seats.length)
          const words = { letter: namedLetter(letter, names), place: place + 1, count: seats.length }
          return (
            <li key={id} style={{ left: `${x}%`, top: `${y}%` }}>
              <button
                type="button"
                className={classes(
                  "seat",
                  part === "animator" && "animator",
                  presence === "absent" && "absent",
                  held?.id === id && "held",
                )}
                aria-label={t(presence === "absent" ? "seatEmpty" : "seat", words)}
                onKeyDown={(event) => onKeyDown(event, id, place)}
                onPointerDown={(event) => {
                  event.currentTarget.setPointerCapture(event.pointerId)
                  hold({ id, ...pointAt(event) })
                }}
                onPointerMove={(event) => held?.id === id && hold({ id, ...pointAt(event) })}
                onPointerUp={(event) => {
                  if (held?.id !== id) return
                  hold(null)
                  sit(id, nearestSeat(pointAt(event), seats.length))
                }}
                onPointerCancel={() => hold(null)}
              >
                {letter}
              </button>
              {names[letter] && <span className="first-name">{names[letter]}</span>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
