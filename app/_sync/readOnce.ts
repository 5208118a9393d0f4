import * as Y from "yjs"
import { connect } from "./connect"

const PATIENCE_MS = 10_000

/** A room as the server has it now, in a document of its own. Rejects where it cannot be had. */
export function readOnce(room: string): Promise<Y.Doc> {
  return new Promise((resolve, reject) => {
    const end = (act: () => void) => {
      clearTimeout(timer)
      connection.provider.off("sync", read)
      act()
      connection.close()
    }
    const fail = () => end(() => reject(new Error("the room cannot be read")))
    const read = (synced: boolean) => {
      if (!synced) return
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(connection.doc))
      end(() => resolve(copy))
    }
    const connection = connect(room, { state: () => {}, replaced: fail, refused: fail })
    const timer = setTimeout(fail, PATIENCE_MS)
    connection.provider.on("sync", read)
  })
}
