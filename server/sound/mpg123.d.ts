/** What is used of it here. */
declare module "mpg123-decoder" {
  export class MPEGDecoder {
    readonly ready: Promise<void>
    decode(bytes: Uint8Array): {
      readonly channelData: readonly Float32Array[]
      readonly samplesDecoded: number
      readonly sampleRate: number
    }
    free(): void
  }
}
