/** Small documents to compare, drawn by fast-check: coders missing, masks, spans that overlap, touch, repeat and stick out. */
import fc from "fast-check"
import type { CodedDocument } from "../../core/agreement/documents"

export const CODES = ["anger", "care", "fear"] as const

const span = (length: number) =>
  fc
    .record({ start: fc.nat(length + 2), size: fc.nat(9), code: fc.constantFrom(...CODES) })
    .map(({ start, size, code }) => ({ start, end: start + size, code }))

const document = (id: string) =>
  fc.integer({ min: 1, max: 24 }).chain((length) =>
    fc
      .record({
        coders: fc.subarray(["ana", "ben", "cy"], { minLength: 1 }),
        spans: fc.array(fc.array(span(length), { maxLength: 6 }), { minLength: 3, maxLength: 3 }),
        codable: fc.option(
          fc.array(
            fc.tuple(fc.nat(length), fc.nat(12)).map(([start, size]) => ({ start, end: start + size })),
            {
              minLength: 1,
              maxLength: 3,
            },
          ),
          { nil: undefined, freq: 3 },
        ),
        cuts: fc.uniqueArray(fc.integer({ min: 1, max: length }), { maxLength: 5 }),
      })
      .map(({ coders, spans, codable, cuts }): CodedDocument => {
        const edges = [0, ...cuts.filter((cut) => cut < length).sort((a, b) => a - b), length]
        const turns = edges.slice(1).map((end, at) => ({ start: edges[at]!, end }))
        return {
          id,
          length,
          ...(codable ? { codable } : {}),
          units: { turn: turns, passage: turns },
          coders: coders.map((coder, at) => ({ id: coder, spans: spans[at]! })),
        }
      }),
  )

export const documents = fc
  .integer({ min: 1, max: 3 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => document(`d${at}`))))

/** One coder's spans, none overlapping: what the u-alpha family asks for. */
export const apart = fc
  .array(
    fc.record({ gap: fc.nat(4), size: fc.integer({ min: 1, max: 6 }), code: fc.constantFrom(...CODES) }),
    { maxLength: 6 },
  )
  .map((pieces) => {
    let at = 0
    return pieces.map(({ gap, size, code }) => {
      const start = at + gap
      at = start + size
      return { start, end: at, code }
    })
  })
