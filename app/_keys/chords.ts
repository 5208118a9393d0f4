/** Keys that are pressed together, as one word: `Mod+Shift+K`, `F2`, `MediaPlayPause`. */

export type Pressed = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing" | "getModifierState"
>

/** The chord of a press; null where it is none: a modifier alone, a character under AltGr or being composed. */
export function chordOf(event: Pressed, isMac: boolean): string | null {
  if (event.isComposing || event.getModifierState("AltGraph")) return null
  if (!isMac && event.metaKey) return null
  const key = nameOf(event)
  if (key === null) return null
  const isCommand = isMac ? event.metaKey : event.ctrlKey
  return [
    isCommand && "Mod",
    isMac && event.ctrlKey && "Ctrl",
    event.altKey && "Alt",
    event.shiftKey && "Shift",
    key,
  ]
    .filter(Boolean)
    .join("+")
}

const MODIFIERS = /^(Control|Shift|Alt|Meta|AltGraph|CapsLock|NumLock|Fn|FnLock|Dead|Process|Unidentified)$/

/** The key: a letter as this keyboard has it, and where that is no letter, as with Alt on a Mac, where it lies. */
function nameOf({ key, code }: Pressed): string | null {
  if (/^[a-z]$/iu.test(key)) return key.toUpperCase()
  const placed = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code)
  if (placed && (key.length === 1 || key === "Dead")) return placed[1] ?? placed[2]!
  if (key === " ") return "Space"
  return MODIFIERS.test(key) ? null : key
}

/** Keys that a program of one's own may have: none that writes, moves the cursor or belongs to the browser. */
export function mayBeChosen(chord: string): boolean {
  const parts = chord.split(/\+(?!$)/u)
  const key = parts.at(-1)!
  const held = parts.slice(0, -1)
  if (fixed.has(chord) || browsers.has(chord.replace("Ctrl+", "Mod+"))) return false
  if (/^Alt\+[1-9]$/.test(chord)) return false
  if (moving.test(key)) return false
  const isCharacter = [...key].length === 1 || key === "Space"
  return !isCharacter || held.includes("Mod") || held.includes("Ctrl") || held.includes("Alt")
}

/** What is always the same on this page, as in every editor, and the keys of pseudonyms and of a new memo. */
const fixed = new Set([
  "Alt+N",
  "Alt+J",
  "Mod+Z",
  "Mod+Shift+Z",
  "Mod+Y",
  "Mod+C",
  "Mod+X",
  "Mod+V",
  "Mod+Shift+V",
  "Mod+A",
])
/** What no page is asked about, or nobody would expect it to take. */
const browsers = new Set([
  ...["Mod+W", "Mod+T", "Mod+N", "Mod+Q", "Mod+R", "Mod+L", "Mod+P", "Mod+Shift+W", "Mod+Shift+T"],
  ...["Mod+Shift+N", "Mod+Shift+R", "Mod+Shift+Q", "F5", "F11", "F12", "Mod+F4", "Alt+F4"],
])
const moving = /^(Enter|Tab|Backspace|Delete|Home|End|PageUp|PageDown|Arrow\w+|ContextMenu|Shift)$/

const signs: Readonly<Record<string, string>> = {
  Escape: "Esc",
  Space: "␣",
  Shift: "⇧",
  ArrowUp: "↑",
  ArrowDown: "↓",
  MediaPlayPause: "⏯",
  MediaTrackPrevious: "⏮",
  MediaTrackNext: "⏭",
  MediaStop: "⏹",
  AudioVolumeUp: "🔊",
  AudioVolumeDown: "🔉",
  AudioVolumeMute: "🔇",
}

/** The keys of a chord as `Keys` shows them. */
export function keysOf(chord: string): string[] {
  return chord.split(/\+(?!$)/u).map((key) => (key === "Mod" ? "command" : (signs[key] ?? key)))
}
