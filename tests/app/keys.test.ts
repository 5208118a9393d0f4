import { describe, expect, it } from "vitest"
import { actOf, acts, backToUsual, choose, keymapOf, shownKey } from "../../app/_keys/acts"
import { chordOf, keysOf, mayBeChosen, type Pressed } from "../../app/_keys/chords"

const press = (key: string, held: Partial<Pressed> = {}, code = ""): Pressed => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  getModifierState: () => false,
  ...held,
})

describe("a press as a chord", () => {
  const on = (event: Pressed, isMac = false) => chordOf(event, isMac)

  it("names keys as this keyboard has them, whatever is held", () => {
    expect(on(press("j", { ctrlKey: true }))).toBe("Mod+J")
    expect(on(press("J", { ctrlKey: true, shiftKey: true }))).toBe("Mod+Shift+J")
    expect(on(press("F2"))).toBe("F2")
    expect(on(press("F13"))).toBe("F13")
    expect(on(press("MediaPlayPause"))).toBe("MediaPlayPause")
    expect(on(press(" ", { ctrlKey: true }, "Space"))).toBe("Mod+Space")
    // On an AZERTY keyboard the letter A lies where the Q of others does.
    expect(on(press("a", { ctrlKey: true }, "KeyQ"))).toBe("Mod+A")
  })

  it("knows a Mac's two keys for commands, and what Alt writes there", () => {
    expect(on(press("f", { metaKey: true }), true)).toBe("Mod+F")
    expect(on(press("j", { ctrlKey: true }), true)).toBe("Ctrl+J")
    expect(on(press("ƒ", { metaKey: true, altKey: true }, "KeyF"), true)).toBe("Mod+Alt+F")
  })

  it("is none of a modifier alone, nor of a character that is being made", () => {
    expect(on(press("Shift", { shiftKey: true }))).toBeNull()
    expect(on(press("@", { getModifierState: (key: string) => key === "AltGraph" }))).toBeNull()
    expect(on(press("e", { isComposing: true }))).toBeNull()
    expect(on(press("x", { metaKey: true }))).toBeNull()
  })

  it("may be chosen unless it writes, moves the cursor or is the browser's", () => {
    for (const chord of ["F2", "Shift+F3", "F24", "MediaPlayPause", "Mod+J", "Alt+K", "Pause", "Escape"])
      expect([chord, mayBeChosen(chord)]).toEqual([chord, true])
    for (const chord of [
      "a",
      "A",
      "Shift+A",
      "Enter",
      "ArrowLeft",
      "Space",
      "Mod+Z",
      "Ctrl+W",
      "Alt+3",
      "F5",
      "+",
    ])
      expect([chord, mayBeChosen(chord)]).toEqual([chord, false])
  })

  it("is shown by its keys, the plus sign too", () => {
    expect(keysOf("Mod+Shift+F")).toEqual(["command", "⇧", "F"])
    expect(keysOf("Mod++")).toEqual(["command", "+"])
  })
})

describe("keys that are chosen", () => {
  it("are the usual ones until then; Ctrl and the command key are one where there is no other", () => {
    const usual = keymapOf({})
    expect(actOf(usual, "Mod+J", false)).toBe("stamp")
    expect(actOf(usual, "Mod+J", true)).toBeNull()
    expect(actOf(usual, "Ctrl+J", true)).toBe("stamp")
    expect(actOf(usual, "F9", false)).toBeNull()
    expect(actOf(keymapOf({ nonsense: "F9" }), "F9", false)).toBeNull()
  })

  it("no two acts have the same key as they come, on any machine", () => {
    for (const isMac of [true, false]) {
      const chords = Object.values(acts).flat()
      const found = chords.map((chord) =>
        actOf(keymapOf({}), isMac ? chord : chord.replace("Ctrl", "Mod"), isMac),
      )
      const owners = Object.entries(acts).flatMap(([act, own]) => own.map(() => act))
      expect(found).toEqual(owners)
    }
  })

  it("are taken from whoever had them, who keeps the others", () => {
    const pedal = choose({}, "play", "F13", false)
    expect(keymapOf(pedal).play).toEqual(["F13"])
    expect(actOf(keymapOf(pedal), "Escape", false)).toBeNull()
    const taken = choose({}, "stamp", "Mod+Space", false)
    expect(keymapOf(taken).play).toEqual(["Escape"])
    const last = choose({}, "find", "F2", false)
    expect(keymapOf(last).forth).toEqual([])
    expect(actOf(keymapOf(last), "F2", false)).toBe("find")
  })

  it("go back to the usual ones, also for who had lost them", () => {
    const taken = choose({}, "find", "F2", false)
    expect(backToUsual(taken, "forth", false)).toEqual({})
    expect(choose(choose({}, "find", "F9", false), "find", "Mod+F", false)).toEqual({})
  })

  it("are not shown as the key that hides a Mac's window", () => {
    expect(shownKey(keymapOf({}), "replace", false)).toBe("Mod+H")
    expect(shownKey(keymapOf({}), "replace", true)).toBe("Mod+Alt+F")
    expect(shownKey(keymapOf({ replace: "" }), "replace", true)).toBeNull()
  })
})
