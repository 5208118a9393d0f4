/** What a dropped file is for, by its name and what the device says of it; its bytes are looked at later. */
export function roleOf(file: { readonly name: string; readonly type: string }): "transcript" | "recording" {
  const sounds = /\.(mp3|m4a|wav|ogg|oga|opus|webm|weba|mp4|m4b|aac|flac)$/i
  return /^(audio|video)\//.test(file.type) || sounds.test(file.name) ? "recording" : "transcript"
}

export const TRANSCRIPT_NAMES = ".docx,.odt,.rtf,.txt,.md,.vtt,.srt,.json,.html,.sonal,.rtr,.otr"
export const RECORDING_NAMES = ".mp3,.m4a,.wav,.ogg,.opus,.webm,audio/*"

/** Two gibibytes, as the server takes them. */
export const MOST_RECORDING_BYTES = 2 * 1024 ** 3

/** A title to begin with: the file's name without its ending, its dashes and underlines as spaces. */
export function titleFrom(name: string): string {
  const bare = name
    .replace(/\.[^.]{1,5}$/, "")
    .replace(/[_-]+/g, " ")
    .trim()
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}

/** How long a recording lasts, as this browser reads it; null when it does not. */
export function lengthOf(file: Blob): Promise<number | null> {
  return new Promise((resolve) => {
    const address = URL.createObjectURL(file)
    const sound = new Audio()
    const end = (length: number | null) => {
      URL.revokeObjectURL(address)
      resolve(length)
    }
    sound.preload = "metadata"
    sound.onloadedmetadata = () =>
      end(Number.isFinite(sound.duration) ? Math.round(sound.duration * 1000) : null)
    sound.onerror = () => end(null)
    sound.src = address
  })
}
