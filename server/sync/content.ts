import * as decoding from "lib0/decoding"

/**
 * Moves past the content of one item of an update; how many clocks it takes. Throws on what a replica could not
 * read: besides lengths, that is JSON which is none, text which is no UTF-8, types there are not.
 */
export function skipContent(decoder: decoding.Decoder, kind: number): number {
  switch (kind) {
    case 1: // deleted
      return decoding.readVarUint(decoder)
    case 2: // JSON, the old form
      return repeat(decoder, skipOldJson)
    case 3: // binary
      decoding.readVarUint8Array(decoder)
      return 1
    case 4: // text
      return decoding.readVarString(decoder).length
    case 5: // embed
      skipJson(decoder)
      return 1
    case 6: // format
      decoding.readVarString(decoder)
      skipJson(decoder)
      return 1
    case 7: // type
      skipType(decoder)
      return 1
    case 8: // plain values
      return repeat(decoder, (each) => skipAny(each, 0))
    default: // documents inside documents (9) included: nothing of ours has any
      throw new RangeError("no such content")
  }
}

function repeat(decoder: decoding.Decoder, skip: (decoder: decoding.Decoder) => void): number {
  const count = decoding.readVarUint(decoder)
  if (count > decoder.arr.length - decoder.pos) throw new RangeError("more announced than sent")
  for (let left = count; left > 0; left--) skip(decoder)
  return count
}

const XML_ELEMENT = 3
const XML_HOOK = 5
const LAST_TYPE = 6

function skipType(decoder: decoding.Decoder): void {
  const type = decoding.readVarUint(decoder)
  if (type > LAST_TYPE) throw new RangeError("no such type")
  if (type === XML_ELEMENT || type === XML_HOOK) decoding.readVarString(decoder)
}

function skipOldJson(decoder: decoding.Decoder): void {
  const json = decoding.readVarString(decoder)
  if (json !== "undefined") checkDepth(JSON.parse(json), 0)
}

function skipJson(decoder: decoding.Decoder): void {
  checkDepth(JSON.parse(decoding.readVarString(decoder)), 0)
}

/** Deeper values could be read here and overflow the stack of a browser. */
const DEEPEST = 64

function checkDepth(value: unknown, depth: number): void {
  if (depth > DEEPEST) throw new RangeError("too deep")
  if (typeof value !== "object" || value === null) return
  for (const inner of Object.values(value)) checkDepth(inner, depth + 1)
}

/** lib0's `any`: one byte says what follows. */
function skipAny(decoder: decoding.Decoder, depth: number): void {
  if (depth > DEEPEST) throw new RangeError("too deep")
  switch (127 - decoding.readUint8(decoder)) {
    case 0: // undefined
    case 1: // null
    case 6: // false
    case 7: // true
      return
    case 2:
      decoding.readVarInt(decoder)
      return
    case 3:
      skipBytes(decoder, 4)
      return
    case 4:
    case 5:
      skipBytes(decoder, 8)
      return
    case 8:
      decoding.readVarString(decoder)
      return
    case 9:
      repeat(decoder, (entry) => {
        decoding.readVarString(entry)
        skipAny(entry, depth + 1)
      })
      return
    case 10:
      repeat(decoder, (item) => skipAny(item, depth + 1))
      return
    case 11:
      decoding.readVarUint8Array(decoder)
      return
    default:
      throw new RangeError("no such value")
  }
}

function skipBytes(decoder: decoding.Decoder, count: number): void {
  decoder.pos += count
  if (decoder.pos > decoder.arr.length) throw new RangeError("more announced than sent")
}
