import { chordOf, type Pressed } from "../_keys/chords"

/** Whether a press begins a memo: Alt and J, as in journal, on every keyboard. */
export function newMemoKey(event: Pressed): boolean {
  return chordOf(event, false) === "Alt+J"
}
