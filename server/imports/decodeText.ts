/**
 * The text of some bytes: UTF-16 where a byte order mark says so, UTF-8 where it is valid, else Windows-1252, the
 * encoding of old French text files. Null where the bytes are no text. Unicode is left as it is, accents composed
 * or not; only the byte order mark is taken away.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decoded(bytes)
  return isText(text) ? text.replace(/^\uFEFF/, "") : null
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return windows1252(bytes)
  }
}

/** What the bytes 80 to 9f mean. Not left to TextDecoder: several Node releases read them as Latin-1 control codes. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

/** Bytes as Windows-1252 reads them: every byte is a character. */
export function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (control) => HIGH.charAt(control.charCodeAt(0) - 0x80))
}

/** Control characters do not occur in text; a stray one in a thousand is forgiven, a zero byte is not. */
function isText(text: string): boolean {
  let strange = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0) return false
    if (isControl(unit) || unit === 0xfffd) strange++
  }
  return strange * 1000 <= text.length
}

/** C0 but for tab to carriage return, and escape. */
function isControl(unit: number): boolean {
  return unit < 9 || (unit > 13 && unit < 32 && unit !== 27) || unit === 127
}
