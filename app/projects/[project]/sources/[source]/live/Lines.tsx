"use client"

import { useTranslations } from "next-intl"
import type * as Y from "yjs"
import type { Listed } from "../../../../../../core/fieldNotes"
import { changeEntry, putEntry, removeEntry } from "../../../../../../core/ydoc/fieldNotes"
import { newId } from "../../../../../_sync/newId"
import { Button } from "../../../../../_ui/Button"
import { TextArea } from "../../../../../_ui/Field"
import { IconButton } from "../../../../../_ui/IconButton"
import { AddLine } from "./AddLine"

interface LinesProps {
  readonly name: "guide" | "signs"
  readonly lines: readonly Listed[]
  /** The order of the last there is, those included that are not listed here. */
  readonly last: number
  /** Questions that stand beside the guide that is asked from. */
  readonly isBeside?: boolean
  readonly doc: Y.Doc
}

const usualSigns = ["laughs", "nods", "disagrees", "sighs", "silence", "crosstalk", "tension"] as const

/** A list with an order of its own. */
export function Lines({ name, lines, last, isBeside = false, doc }: LinesProps) {
  const t = useTranslations(`notes.lists.${isBeside ? "beside" : name}`)
  const common = useTranslations("notes.lists")
  function add(text: string) {
    const line = { id: newId(), order: last + 1, text }
    if (name === "guide") putEntry(doc, name, { ...line, prompts: [], from: null })
    else putEntry(doc, name, line)
  }
  // Under ids of their own: two devices that are apart come to one list.
  const takeUsual = () =>
    usualSigns.forEach((sign, place) => {
      putEntry(doc, "signs", { id: `usual-${sign}`, order: last + 1 + place, text: common(`usual.${sign}`) })
    })
  function moveUp(place: number) {
    const [above, line] = [lines[place - 1], lines[place]]
    if (!above || !line) return
    doc.transact(() => {
      changeEntry(doc, name, line.id, { order: above.order })
      changeEntry(doc, name, above.id, { order: line.order })
    })
  }
  return (
    <section className="stack" aria-label={t("label")}>
      <div>
        <h2>{t("label")}</h2>
        <p className="small q2 prose">{t("lead")}</p>
      </div>
      <ol className="live-lines">
        {lines.map(({ id, text }, place) => (
          <li key={id}>
            <span className="num q">{place + 1}</span>
            <span className="grow">
              <TextArea
                key={text}
                label={common("line", { number: place + 1 })}
                hideLabel
                rows={1}
                maxLength={300}
                defaultValue={text}
                onBlur={(event) => {
                  const next = event.currentTarget.value.trim().replace(/\s+/g, " ")
                  if (next !== "" && next !== text) changeEntry(doc, name, id, { text: next })
                }}
              />
            </span>
            <IconButton
              icon="arrowUp"
              label={common("up", { text })}
              disabled={place === 0}
              onClick={() => moveUp(place)}
            />
            <IconButton
              icon="trash"
              label={common("remove", { text })}
              onClick={() => removeEntry(doc, name, id)}
            />
          </li>
        ))}
      </ol>
      <AddLine label={t("add")} act={common("addAct")} add={add} />
      {name === "signs" && lines.length === 0 && (
        <span>
          <Button onClick={takeUsual}>{common("takeUsual")}</Button>
        </span>
      )}
    </section>
  )
}
