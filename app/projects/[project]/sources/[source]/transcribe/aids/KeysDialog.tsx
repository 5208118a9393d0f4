"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useEffect, useState } from "react"
import {
  type Act,
  actOf,
  acts,
  backToUsual,
  choose,
  keymapOf,
  shownKey,
  soundActs,
} from "../../../../../../_keys/acts"
import { chordOf, keysOf, mayBeChosen } from "../../../../../../_keys/chords"
import { onMediaKeys } from "../../../../../../_keys/mediaKeys"
import { Button } from "../../../../../../_ui/Button"
import { Dialog } from "../../../../../../_ui/Dialog"
import { IconButton } from "../../../../../../_ui/IconButton"
import { Keys } from "../../../../../../_ui/Keys"
import { Alert } from "../../../../../../_ui/States"
import { isMac } from "../../../../../../_ui/useChord"
import type { OwnAids } from "./useWritingAids"
import "./aids.css"

interface Props {
  readonly aids: OwnAids
  readonly trigger: ReactNode
}

/** What is in the way of a key that was pressed for an act. */
interface Obstacle {
  readonly act: Act
  readonly chord: string
  /** Who has it; null where nobody may. */
  readonly other: Act | null
}

const isSound = (act: string) => (soundActs as readonly string[]).includes(act)
const all = Object.keys(acts) as Act[]

/** All keys of the page, each to be changed by pressing another. */
export function KeysDialog({ aids, trigger }: Props) {
  const t = useTranslations("transcribe.keys")
  const c = useTranslations("transcribe.keyChoice")
  const [listening, setListening] = useState<Act | null>(null)
  const [obstacle, setObstacle] = useState<Obstacle | null>(null)
  const { keys, change, failed } = aids
  const keymap = keymapOf(keys)

  const give = (act: Act, chord: string) => {
    setObstacle(null)
    void change({ keys: choose(keys, act, chord, isMac()) })
  }
  useNextChord(listening !== null, (chord) => {
    const act = listening!
    setListening(null)
    const other = actOf(keymap, chord, isMac())
    if (!mayBeChosen(chord)) setObstacle({ act, chord, other: null })
    else if (other && other !== act) setObstacle({ act, chord, other })
    else give(act, chord)
  })
  const row = (act: Act) => {
    const shown = shownKey(keymap, act, isMac())
    return (
      <li key={act}>
        <span className="grow">{t(act)}</span>
        {act in keys && (
          <IconButton
            icon="undo"
            label={c("usual", { act: t(act) })}
            onClick={() => void change({ keys: backToUsual(keys, act, isMac()) })}
          />
        )}
        <button
          type="button"
          className="key-button"
          aria-pressed={listening === act}
          aria-label={c("change", {
            act: t(act),
            keys: keymap[act].map((chord) => keysOf(chord).join(" ")).join(", "),
          })}
          onClick={() => {
            setObstacle(null)
            setListening(listening === act ? null : act)
          }}
          onBlur={() => setListening(null)}
        >
          {listening === act ? (
            <span className="q2">{c("press")}</span>
          ) : shown === null ? (
            <span className="q">{c("none")}</span>
          ) : (
            <Keys keys={keysOf(shown)} />
          )}
        </button>
        {obstacle?.act === act && (
          <div className="obstacle">
            <Alert>
              {obstacle.other
                ? c("taken", { keys: keysOf(obstacle.chord).join(" "), act: t(obstacle.other) })
                : c("notFree", { keys: keysOf(obstacle.chord).join(" ") })}
            </Alert>
            {obstacle.other && <Button onClick={() => give(act, obstacle.chord)}>{c("take")}</Button>}
          </div>
        )}
      </li>
    )
  }
  return (
    <Dialog
      title={c("title")}
      description={c("lead")}
      trigger={trigger}
      onOpenChange={() => setObstacle(null)}
      footer={
        <Button onClick={() => void change({ keys: {} })} aria-disabled={Object.keys(keys).length === 0}>
          {c("allUsual")}
        </Button>
      }
    >
      {failed && <Alert>{failed}</Alert>}
      <section className="key-list" aria-label={c("writing")}>
        <h3>{c("writing")}</h3>
        <ul>
          <Fixed name={t("split")} keys={["⏎"]} />
          <Fixed name={t("join")} keys={["⌫"]} />
          <Fixed name={t("give")} keys={["Alt", "1…9"]} />
          <Fixed name={t("undo")} keys={["command", "Z"]} />
          {all.filter((act) => !isSound(act)).map(row)}
        </ul>
      </section>
      <section className="key-list" aria-label={c("sound")}>
        <h3>{c("sound")}</h3>
        <ul>{all.filter(isSound).map(row)}</ul>
      </section>
    </Dialog>
  )
}

function Fixed({ name, keys }: { readonly name: string; readonly keys: readonly string[] }) {
  return (
    <li>
      <span className="grow">{name}</span>
      <span className="fixed">
        <Keys keys={keys} />
      </span>
    </li>
  )
}

/** Hears the next chord, whatever it is, and nobody else hears it. */
function useNextChord(on: boolean, heard: (chord: string) => void): void {
  useEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent) => {
      event.preventDefault()
      // Not the dialog either, which Escape would close.
      event.stopImmediatePropagation()
      const chord = chordOf(event, isMac())
      if (chord !== null) heard(chord)
    }
    window.addEventListener("keydown", onKey, { capture: true })
    const forget = onMediaKeys(() => true, heard)
    return () => {
      window.removeEventListener("keydown", onKey, { capture: true })
      forget()
    }
  })
}
