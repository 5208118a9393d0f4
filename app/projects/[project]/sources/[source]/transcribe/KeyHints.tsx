"use client"

import { useTranslations } from "next-intl"
import { memo } from "react"
import { type Act, acts, keymapOf, shownKey, soundActs } from "../../../../../_keys/acts"
import { keysOf } from "../../../../../_keys/chords"
import { Button } from "../../../../../_ui/Button"
import { Keys } from "../../../../../_ui/Keys"
import { isMac } from "../../../../../_ui/useChord"
import { KeysDialog } from "./aids/KeysDialog"
import type { OwnAids } from "./aids/useWritingAids"

const always = [
  ["split", ["⏎"]],
  ["join", ["⌫"]],
  ["give", ["Alt", "1…9"]],
  ["undo", ["command", "Z"]],
] as const

interface Props {
  /** Whether there is something to hear. */
  readonly sound: boolean
  /** Whether something was noted live. */
  readonly notes: boolean
  readonly aids: OwnAids
}

/** The keys of this page, where one looks for them, and the way to change them. */
export const KeyHints = memo(function KeyHints({ sound, notes, aids }: Props) {
  const t = useTranslations("transcribe.keys")
  const keymap = keymapOf(aids.keys)
  const isSound = (act: string) => (soundActs as readonly string[]).includes(act)
  const shown = (Object.keys(acts) as Act[]).flatMap((act) => {
    const isThere = (sound || !isSound(act)) && (notes || act !== "putNote")
    const chord = isThere ? shownKey(keymap, act, isMac()) : null
    return chord === null ? [] : [[act, keysOf(chord)] as const]
  })
  const listed = [...always, ...shown]
  return (
    <section className="key-hints" aria-label={t("title")}>
      <header>
        <h2 className="grow">{t("title")}</h2>
        <KeysDialog
          aids={aids}
          trigger={
            <Button kind="bare" icon="keyboard">
              {t("change")}
            </Button>
          }
        />
      </header>
      <dl>
        {listed.map(([what, keys]) => (
          <div key={what}>
            <dt>{t(what)}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
})
