import * as decoding from "lib0/decoding"
import { type BoundedReader, readCount } from "./boundedReader"

/**
 * Moves past the content of one item of an update; how many clocks it takes. Throws on what a replica could not
 * read: besides lengths, that is JSON which is none, text which is no UTF-8, types there are not.
 */
export function skipContent(reader: BoundedReader, kind: number): number {
  switch (kind) {
    case 1: // deleted
      return decoding.readVarUint(reader)
    case 2: // JSON, the old form
      return repeat(reader, skipOldJson)
    case 3: // binary
      decoding.readVarUint8Array(reader)
      return 1
    case 4: // text
      return decoding.readVarString(reader).length
    case 5: // embed
      skipJson(reader)
      return 1
    case 6: // format
      decoding.readVarString(reader)
      skipJson(reader)
      return 1
    case 7: // type
      skipType(reader)
      return 1
    case 8: // plain values
      return repeat(reader, (each) => skipAny(each, 0))
    default: // documents inside documents (9) included: nothing of ours has any
      throw new RangeError("no such content")
  }
}

function repeat(reader: BoundedReader, skip: (reader: BoundedReader) => void): number {
  const count = readCount(reader)
  for (let left = count; left > 0; left--) skip(reader)
  return count
}

const XML_ELEMENT = 3
const XML_HOOK = 5
const LAST_TYPE = 6

function skipType(reader: BoundedReader): void {
  const type = decoding.readVarUint(reader)
  if (type > LAST_TYPE) throw new RangeError("no such type")
  if (type === XML_ELEMENT || type === XML_HOOK) decoding.readVarString(reader)
}

function skipOldJson(reader: BoundedReader): void {
  const json = decoding.readVarString(reader)
  if (json !== "undefined") checkJson(json)
}

function skipJson(reader: BoundedReader): void {
  checkJson(decoding.readVarString(reader))
}

/** What stands in embeds and formats is a few fields; reading megabytes of it would stall all rooms. */
const LONGEST_JSON = 64 * 1024

function checkJson(json: string): void {
  if (json.length > LONGEST_JSON) throw new RangeError("too much JSON")
  checkDepth(JSON.parse(json), 0)
}

/** Deeper values could be read here and overflow the stack of a browser. */
const DEEPEST = 64

function checkDepth(value: unknown, depth: number): void {
  if (depth > DEEPEST) throw new RangeError("too deep")
  if (typeof value !== "object" || value === null) return
  for (const inner of Object.values(value)) checkDepth(inner, depth + 1)
}

/** lib0's `any`: one byte says what follows. */
function skipAny(reader: BoundedReader, depth: number): void {
  if (depth > DEEPEST) throw new RangeError("too deep")
  switch (127 - decoding.readUint8(reader)) {
    case 0: // undefined
    case 1: // null
    case 6: // false
    case 7: // true
      return
    case 2:
      decoding.readVarInt(reader)
      return
    case 3:
      skipBytes(reader, 4)
      return
    case 4:
    case 5:
      skipBytes(reader, 8)
      return
    case 8:
      decoding.readVarString(reader)
      return
    case 9:
      repeat(reader, (entry) => {
        decoding.readVarString(entry)
        skipAny(entry, depth + 1)
      })
      return
    case 10:
      repeat(reader, (item) => skipAny(item, depth + 1))
      return
    case 11:
      decoding.readVarUint8Array(reader)
      return
    default:
      throw new RangeError("no such value")
  }
}

function skipBytes(reader: BoundedReader, count: number): void {
  reader.pos += count
  if (reader.pos > reader.arr.length) throw new RangeError("more announced than sent")
}
