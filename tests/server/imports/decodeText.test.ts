import { describe, expect, it } from "vitest"
import { decodeText } from "../../../server/imports/decodeText"

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part)))),
  )

describe("decoding", () => {
  it("reads UTF-8, with or without its mark, and changes nothing in it", () => {
    const text = "De\u0301cembre\u00a0: l’œil\u202f; 🙂"
    expect(decodeText(bytes(text))).toBe(text)
    expect(decodeText(bytes([0xef, 0xbb, 0xbf], text))).toBe(text)
  })

  it("reads Windows-1252 where UTF-8 is broken", () => {
    expect(decodeText(bytes("l", [0x92], [0x9c], "il, ", [0xe9], "t", [0xe9], [0x85], " 3 ", [0x80]))).toBe(
      "l’œil, été… 3 €",
    )
  })

  it("reads UTF-16 of either order by its mark", () => {
    expect(decodeText(bytes([0xff, 0xfe, 0xe9, 0x00, 0x53, 0x01]))).toBe("éœ")
    expect(decodeText(bytes([0xfe, 0xff, 0x00, 0xe9, 0x01, 0x53]))).toBe("éœ")
  })

  it("says that bytes are no text", () => {
    expect(decodeText(bytes("Bonjour", [0]))).toBeNull()
    expect(decodeText(Uint8Array.from({ length: 512 }, (_, at) => (at * 37) % 256))).toBeNull()
    expect(decodeText(bytes("un".repeat(1000), [7]))).not.toBeNull()
  })
})
