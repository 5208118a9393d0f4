export interface RecordingKind {
  readonly mime: string
  /** Without the dot. */
  readonly extension: string
}

const MP3 = { mime: "audio/mpeg", extension: "mp3" }
const WAV = { mime: "audio/wav", extension: "wav" }

/**
 * The kind of a recording, by its first bytes (64 are enough, 4096 better); null where they are no recording we
 * can play, whatever the name says. The name only tells sound from pictures where one container carries both.
 */
export function recordingKind(firstBytes: Uint8Array, name: string): RecordingKind | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...firstBytes.subarray(from, to))
  if (ascii(0, 4) === "RIFF" && ascii(8, 12) === "WAVE") return WAV
  if (ascii(0, 4) === "OggS") return /\.opus$/i.test(name) ? ogg("opus") : ogg("ogg")
  if (ascii(4, 8) === "ftyp") return mp4(ascii(8, 12), name)
  if (ascii(0, 4) === "\x1a\x45\xdf\xa3") return webm(ascii(0, 64), name)
  // "ID3 : Bonjour" is a transcript; a tag has its version, 2 to 4, next.
  const tagged = ascii(0, 3) === "ID3" && (firstBytes[3] ?? 0) >= 2 && (firstBytes[3] ?? 0) <= 4
  if (tagged || beginsMp3Frame(firstBytes)) return MP3
  return null
}

const ogg = (extension: string): RecordingKind => ({ mime: "audio/ogg", extension })

const PICTURES = /^(avif|avis|heic|heix|hevc|mif1|msf1|crx )/
function mp4(brand: string, name: string): RecordingKind | null {
  if (PICTURES.test(brand)) return null
  const video = /\.(mp4|m4v|mov)$/i.test(name) && !/^M4[AB]/.test(brand)
  return video ? { mime: "video/mp4", extension: "mp4" } : { mime: "audio/mp4", extension: "m4a" }
}

/** Matroska files begin alike; browsers play those whose document type is webm. */
function webm(start: string, name: string): RecordingKind | null {
  if (!start.includes("webm")) return null
  return { mime: /\.weba$/i.test(name) ? "audio/webm" : "video/webm", extension: "webm" }
}

/** Eleven set bits, then a version, layer III, a bit rate and a sample rate that exist. */
function beginsMp3Frame(bytes: Uint8Array): boolean {
  const [first, second, third] = [bytes[0] ?? 0, bytes[1] ?? 0, bytes[2] ?? 0]
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return false
  const [version, layer] = [(second >> 3) & 3, (second >> 1) & 3]
  const [bitRate, sampleRate] = [third >> 4, (third >> 2) & 3]
  return version !== 1 && layer === 1 && bitRate !== 0 && bitRate !== 15 && sampleRate !== 3
}
