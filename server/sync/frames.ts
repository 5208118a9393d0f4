import * as decoding from "lib0/decoding"
import * as encoding from "lib0/encoding"

/** One message of the wire (PROTOCOL.md). */
export type Message =
  | { readonly kind: "vector"; readonly vector: Uint8Array }
  | { readonly kind: "update"; readonly update: Uint8Array }
  | { readonly kind: "awareness"; readonly update: Uint8Array }
  | { readonly kind: "askAwareness" }
  /** Of a type we have no use for, as stock servers ignore it too. */
  | { readonly kind: "other" }

const SYNC = 0
const AWARENESS = 1
const ASK_AWARENESS = 3
const DURABLE = 100
const STEP1 = 0
const STEP2 = 1
const UPDATE = 2

/** The message in a frame; null when there is none. */
export function readFrame(frame: Uint8Array): Message | null {
  try {
    const decoder = decoding.createDecoder(frame)
    switch (decoding.readVarUint(decoder)) {
      case SYNC:
        return readSync(decoder)
      case AWARENESS:
        return { kind: "awareness", update: readPayload(decoder) }
      case ASK_AWARENESS:
        return { kind: "askAwareness" }
      default:
        return { kind: "other" }
    }
  } catch {
    return null
  }
}

function readSync(decoder: decoding.Decoder): Message | null {
  const step = decoding.readVarUint(decoder)
  const payload = readPayload(decoder)
  if (step === STEP1) return { kind: "vector", vector: payload }
  if (step === STEP2 || step === UPDATE) return { kind: "update", update: payload }
  return null
}

/**
 * A copy: a view would keep the socket's whole buffer in memory. The bound is checked here because lib0 reads on
 * into whatever lies behind the frame.
 */
function readPayload(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder)
  if (length > decoder.arr.length - decoder.pos) throw new RangeError("more announced than sent")
  return decoding.readUint8Array(decoder, length).slice()
}

/** Asks the other side for all that this state vector lacks. */
export const vectorFrame = (vector: Uint8Array) => frame(SYNC, STEP1, vector)
/** Answers a state vector; the stock client calls itself synced after it. */
export const answerFrame = (update: Uint8Array) => frame(SYNC, STEP2, update)
export const updateFrame = (update: Uint8Array) => frame(SYNC, UPDATE, update)
export const awarenessFrame = (update: Uint8Array) => frame(AWARENESS, null, update)
/** Says nothing, so that a silent line is not taken for a dead one. */
export const emptyFrame = awarenessFrame(Uint8Array.of(0))

/** How many updates of this socket are durable; sent to those who ask with `?ack=1`. */
export function durableFrame(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, DURABLE)
    encoding.writeVarUint(encoder, count)
  })
}

function frame(type: number, step: number | null, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type)
    if (step !== null) encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, payload)
  })
}
