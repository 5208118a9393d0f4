import type { ChosenKeys } from "../../core/writingAids"

/** What keys do while one writes a transcript, with those that do it unless one has chosen another. */
export const acts = {
  find: ["Mod+F"],
  replace: ["Mod+H", "Mod+Alt+F"],
  remark: ["Alt+P"],
  inaudible: ["Alt+I"],
  putNote: ["Alt+G"],
  emphasis: ["Mod+B", "Mod+I"],
  moveUp: ["Alt+Shift+ArrowUp"],
  moveDown: ["Alt+Shift+ArrowDown"],
  reread: ["Alt+R"],
  rereadNext: ["Alt+ArrowDown"],
  rereadBefore: ["Alt+ArrowUp"],
  play: ["Escape", "Ctrl+Space"],
  back: ["F1"],
  forth: ["F2"],
  slower: ["F3"],
  faster: ["F4"],
  loop: ["F8"],
  loopTurn: ["Shift+F8"],
  stamp: ["Ctrl+J"],
  hear: ["Ctrl+K"],
  hearWord: ["Alt+K"],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Act = keyof typeof acts

/** Those that need a recording. */
export const soundActs = [
  "play",
  "back",
  "forth",
  "slower",
  "faster",
  "loop",
  "loopTurn",
  "stamp",
  "hear",
  "hearWord",
] as const

/** The keys of each act: its own, or the one that was chosen. What was chosen for no act that there is, is left out. */
export type Keymap = Readonly<Record<Act, readonly string[]>>

export function keymapOf(chosen: ChosenKeys): Keymap {
  const of = (act: Act, usual: readonly string[]) => {
    const chord = chosen[act]
    return chord === undefined ? usual : chord === "" ? [] : [chord]
  }
  const entries = Object.entries(acts) as [Act, readonly string[]][]
  return Object.fromEntries(entries.map(([act, usual]) => [act, of(act, usual)])) as Keymap
}

/** The act of a chord; null where it has none. `isMac`: what the keyboard of this machine is. */
export function actOf(keymap: Keymap, chord: string, isMac: boolean): Act | null {
  const meant = onMachine(chord, isMac)
  const all = Object.entries(keymap) as [Act, readonly string[]][]
  return all.find(([, chords]) => chords.some((each) => onMachine(each, isMac) === meant))?.[0] ?? null
}

/** What is chosen once an act has another key: whoever had that key keeps what others it has. */
export function choose(chosen: ChosenKeys, act: Act, chord: string, isMac: boolean): ChosenKeys {
  const meant = onMachine(chord, isMac)
  const keymap = keymapOf(chosen)
  const other = actOf(keymap, chord, isMac)
  const isUsual = acts[act].length === 1 && onMachine(acts[act][0], isMac) === meant
  const { [act]: _, ...rest } = chosen
  return {
    ...rest,
    ...(other &&
      other !== act && { [other]: keymap[other].find((each) => onMachine(each, isMac) !== meant) ?? "" }),
    ...(!isUsual && { [act]: chord }),
  }
}

/** The key of an act that is shown where there is room for one; null where it has none. ⌘H hides the window of a Mac. */
export function shownKey(keymap: Keymap, act: Act, isMac: boolean): string | null {
  return keymap[act].find((chord) => !isMac || chord !== "Mod+H") ?? null
}

/** What is chosen once an act has its usual keys again: who had taken one of them has its own usual again as well. */
export function backToUsual(chosen: ChosenKeys, act: Act, isMac: boolean): ChosenKeys {
  const { [act]: _, ...rest } = chosen
  const usual = acts[act].map((chord) => onMachine(chord, isMac))
  return Object.fromEntries(
    Object.entries(rest).filter(([, chord]) => !usual.includes(onMachine(chord, isMac))),
  )
}

/** A Mac has a key for commands beside Ctrl; elsewhere Ctrl is that key. */
function onMachine(chord: string, isMac: boolean): string {
  return isMac ? chord : chord.replace("Ctrl+", "Mod+")
}
