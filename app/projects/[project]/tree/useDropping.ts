import { type DragEvent, type RefObject, useState } from "react"
import { wouldCycle } from "../../../../core/codebook"
import type { Row } from "./rows"
import type { Shared } from "./shared"

const TYPE = "application/x-binome-code"
interface Given extends Shared {
  readonly row: Row
  /** Set here: the drag's own data cannot be read before the drop, and a cycle must be known earlier. */
  readonly dragged: RefObject<string | null>
}

/** A row that can be dragged onto another, to lie under it. The same as "Move to…". */
export function useDropping({ row, data, acts, dragged }: Given) {
  const [over, setOver] = useState(false)
  const takes = () =>
    dragged.current !== null && !wouldCycle(data.codes, dragged.current, row.id) && !row.node.code.removed
  const listeners = {
    draggable: !row.node.code.removed,
    onDragStart(event: DragEvent) {
      dragged.current = row.id
      event.dataTransfer.setData(TYPE, row.id)
      event.dataTransfer.effectAllowed = "move"
    },
    onDragEnd() {
      dragged.current = null
      setOver(false)
    },
    onDragOver(event: DragEvent) {
      if (!takes()) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      event.preventDefault()
      setOver(false)
      const code = event.dataTransfer.getData(TYPE)
      if (code !== "" && takes()) void acts.move(code, row.id)
    },
  }
  return { over, listeners }
}
