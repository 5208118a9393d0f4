/** Why nothing can be recorded here. */
export type NoSound = "denied" | "missing" | "busy" | "insecure" | "unsupported"

/** What speech needs, and no more: an hour is 29 MB. */
const BITS_A_SECOND = 64_000
/** What a browser may be able to write, the best first: WebM can be gone on with after a crash. */
const kinds = [
  "audio/webm;codecs=opus",
  "audio/webm",
  "audio/mp4;codecs=mp4a.40.2",
  "audio/mp4",
  "audio/ogg;codecs=opus",
]

/** The microphone, or why there is none. People around a table are to be heard as they are: nothing is filtered away. */
export async function openMicrophone(device: string | null = null): Promise<MediaStream | NoSound> {
  if (!window.isSecureContext) return "insecure"
  if (typeof MediaRecorder === "undefined" || !navigator.mediaDevices || !kindHere()) return "unsupported"
  const audio = {
    channelCount: 1,
    echoCancellation: false,
    noiseSuppression: false,
    autoGainControl: true,
    ...(device !== null && { deviceId: { exact: device } }),
  }
  return navigator.mediaDevices.getUserMedia({ audio }).catch(whyNoSound)
}

export interface Microphone {
  readonly id: string
  readonly name: string
}

/** The microphones of this device; none before the browser was allowed to name them. */
export async function microphonesHere(): Promise<readonly Microphone[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? []
  return devices
    .filter(({ kind, label, deviceId }) => kind === "audioinput" && label !== "" && deviceId !== "default")
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }))
}

/** What this browser writes; null: nothing. */
function kindHere(): string | null {
  return kinds.find((kind) => MediaRecorder.isTypeSupported(kind)) ?? null
}

export function recorderOf(stream: MediaStream): MediaRecorder {
  return new MediaRecorder(stream, { mimeType: kindHere()!, audioBitsPerSecond: BITS_A_SECOND })
}

/** By the names that the standard gives, and those that older browsers gave. */
export function whyNoSound(error: unknown): NoSound {
  switch (error instanceof Error || error instanceof DOMException ? error.name : "") {
    case "NotFoundError":
    case "DevicesNotFoundError":
    case "OverconstrainedError":
      return "missing"
    case "NotReadableError":
    case "TrackStartError":
    case "AbortError":
      return "busy"
    case "NotSupportedError":
    case "TypeError":
      return "unsupported"
    default:
      return "denied"
  }
}
