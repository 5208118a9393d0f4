import { Readable } from "node:stream"
import { storable } from "../../core/text"
import type { KeptRecording } from "../commands/createSource"
import { recordingKind } from "../imports/recordingKind"
import { MOST_RECORDING_BYTES } from "../recordings"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { isDiskFailure } from "../storageFailure"

const FIRST_BYTES = 4096

/**
 * Puts an arriving recording into the store, once its first bytes show that it is one. The stream itself is never
 * destroyed: over it, the sender is still to be answered.
 */
export async function keepRecording(
  { recordings, ids }: Pick<Services, "recordings" | "ids">,
  { stream, name, maxBytes = MOST_RECORDING_BYTES }: { stream: Readable; name: string; maxBytes?: number },
): Promise<KeptRecording> {
  const chunks = stream.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>
  try {
    const first = await firstBytes(chunks)
    const kind = recordingKind(Buffer.concat(first), name)
    if (!kind) throw new Refusal("unknown-recording")
    const key = ids.newId()
    const whole = Readable.from(joined(first, chunks), { objectMode: false })
    const { bytes } = await recordings.write(key, whole, { maxBytes })
    return { key, bytes, mime: kind.mime, originalName: storable(name.slice(-200)), durationMs: null }
  } catch (error) {
    if (error instanceof Refusal) throw error
    // A disk that fails ends the stream, as a sender who leaves does.
    if (stream.destroyed && !isDiskFailure(error)) throw new Refusal("upload-broken-off")
    throw error
  } finally {
    await chunks.return?.()
  }
}

async function firstBytes(chunks: AsyncIterator<Buffer>): Promise<Buffer[]> {
  const first: Buffer[] = []
  for (let length = 0; length < FIRST_BYTES; ) {
    const next = await chunks.next()
    if (next.done) break
    first.push(next.value)
    length += next.value.length
  }
  return first
}

async function* joined(first: readonly Buffer[], rest: AsyncIterableIterator<Buffer>) {
  yield* first
  yield* rest
}
