import * as Y from "yjs"
import { roomName } from "../../core/access"
import type { MemberId, PlacedTurn, SourceId } from "../../core/model"
import { anchorTo } from "../../core/ydoc/anchors"
import { putCoding, suggestCode } from "../../core/ydoc/layer"
import { suggestedCodes } from "../../db/seed/demo/codes"
import { codings } from "../../db/seed/demo/coding"
import { spanOf } from "../../db/seed/demo/place"
import type { LoadedTranscript } from "../documents"
import type { Services } from "../services"

/** What one coder of the demo has written about the interview. */
export async function seedLayer(
  services: Services,
  source: SourceId,
  transcript: LoadedTranscript,
  side: "a" | "b",
  coder: MemberId,
  codeIds: ReadonlyMap<string, string>,
): Promise<void> {
  const room = roomName({ kind: "layer", source, coder })
  const layer = new Y.Doc()
  layer.clientID = services.ids.newClientId(room)
  for (const code of suggestedCodes.filter(({ by }) => by === side)) {
    const { name, definition } = code
    suggestCode(layer, { id: codeIds.get(code.key)!, name, definition, parent: null }, null)
  }
  for (const coding of codings.filter(({ by }) => by === side)) {
    putCoding(layer, {
      id: coding.key,
      code: codeIds.get(coding.code)!,
      anchor: anchorTo(transcript.doc, transcript.text, spanOf(transcript.turns as PlacedTurn[], coding)),
      createdAt: services.clock().toISOString(),
      memo: coding.memo ?? null,
      shareMemo: false,
    })
  }
  await services.docs.append(room, [{ data: Y.encodeStateAsUpdate(layer), member: coder, session: null }])
  layer.destroy()
}
