/** A recording made here, as a file for a source. */
export interface Recorded {
  /** By which its shelf knew it. */
  readonly id: string
  readonly file: File
  /** Null where nobody knows. */
  readonly durationMs: number | null
  /** For when a source has it: this device keeps it no longer. What was recorded behind it since stays. */
  readonly forget: () => Promise<void>
}
