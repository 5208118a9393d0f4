/** A recording made here, as a file for a source. */
export interface Recorded {
  readonly file: File
  readonly durationMs: number
  /** For when a source has it: this device keeps it no longer. */
  readonly forget: () => Promise<void>
}
