/** Where a test may ask the process to die, as a power cut would: no handler runs, nothing is flushed. */
export type CrashPoint =
  | "hand-in-begun"
  | "hand-in-recorded"
  | "hand-in-projected"
  | "transcribing-closing"
  | "transcribing-settled"
  | "transcribing-closed"

/** Kills this process if a test asked for it here; does nothing otherwise. */
export function crashPoint({ crashAt }: { readonly crashAt: string | null }, here: CrashPoint): void {
  if (crashAt === here) process.kill(process.pid, "SIGKILL")
}
