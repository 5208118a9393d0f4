/** What an RTF document is written in. `bytes` holds each byte as the character of that number. */
export type RtfToken =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "word"; readonly name: string; readonly value: number | null }
  | { readonly kind: "symbol"; readonly mark: string }
  | { readonly kind: "bytes"; readonly bytes: string }

export class BrokenRtf extends Error {}

const TOKEN =
  /([{}])|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([\da-fA-F]{2})|\\([^a-zA-Z])|([^\\{}\r\n]+)|[\r\n]+/y

/** The tokens of a document, in order. Throws BrokenRtf where it breaks off inside one. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  let at = 0
  while (at < source.length) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(source)
    if (!found) throw new BrokenRtf()
    at = TOKEN.lastIndex
    const [, brace, name, value, hex, mark, bytes] = found
    if (brace) yield { kind: brace === "{" ? "open" : "close" }
    else if (name === "bin") at = afterBinary(source, at, Number(value ?? 0))
    else if (name) yield { kind: "word", name, value: value === undefined ? null : Number(value) }
    else if (hex) yield { kind: "bytes", bytes: String.fromCharCode(Number.parseInt(hex, 16)) }
    else if (mark) yield { kind: "symbol", mark }
    else if (bytes) yield { kind: "bytes", bytes }
  }
}

/** Pictures may be kept as they are, braces and all. */
function afterBinary(source: string, at: number, length: number): number {
  if (length < 0 || at + length > source.length) throw new BrokenRtf()
  return at + length
}
