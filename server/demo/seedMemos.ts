import * as Y from "yjs"
import { roomName } from "../../core/access"
import type { ProjectId } from "../../core/model"
import { MEMO_FIELD } from "../../core/ydoc/richText"
import { memos } from "../../db/seed/demo/memos"
import { createMemo } from "../commands/memos"
import type { Services } from "../services"
import type { Pair } from "./takeStep"

/** What the demo's coders have written beside their codings. */
export async function seedMemos(
  services: Services,
  project: ProjectId,
  pair: Pair,
  codeIds: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { by, kind, sharing, title, code, lines } of memos) {
    const about = code === null ? null : { code: codeIds.get(code)! }
    const key = services.ids.newId()
    const { id } = await createMemo(services, { project, by: pair[by], key, kind, sharing, title, about })
    const room = roomName({ kind: "memo", memo: id })
    const doc = new Y.Doc()
    doc.clientID = services.ids.newClientId(room)
    for (const line of lines) {
      const paragraph = new Y.XmlElement("paragraph")
      paragraph.insert(0, [new Y.XmlText(line)])
      doc.getXmlFragment(MEMO_FIELD).push([paragraph])
    }
    const data = Y.encodeStateAsUpdate(doc)
    await services.docs.append(room, [{ data, member: pair[by], session: null }])
    doc.destroy()
  }
}
