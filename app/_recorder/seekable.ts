import { mendWebm } from "../../core/webm/mend"
import { bytesOf, joinedBlob } from "./wholeSound"

export interface Seekable {
  readonly file: File
  readonly durationMs: number | null
}

/**
 * A chosen recording as it can be jumped into, and how long it is: a WebM file that does not say so, as recorders write
 * that hear while they write, is put together anew (S93). Any other stays as it is.
 */
export async function seekable(
  file: File,
  lengthOf: (file: Blob) => Promise<number | null>,
): Promise<Seekable> {
  const durationMs = await lengthOf(file)
  const isWebm = /\.(webm|weba)$/i.test(file.name) || /webm/.test(file.type)
  if (durationMs !== null || !isWebm) return { file, durationMs }
  const mended = await mendWebm([bytesOf(file)]).catch(() => null)
  if (!mended) return { file, durationMs }
  const { name, type, lastModified } = file
  const whole = joinedBlob([file], mended, type)
  return { file: new File([whole], name, { type, lastModified }), durationMs: mended.durationMs }
}
