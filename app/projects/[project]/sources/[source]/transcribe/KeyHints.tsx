"use client"

import { useTranslations } from "next-intl"
import { Keys } from "../../../../../_ui/Keys"

const writing = [
  ["split", ["⏎"]],
  ["join", ["⌫"]],
  ["give", ["Alt", "1…9"]],
  ["undo", ["command", "Z"]],
  ["find", ["command", "F"]],
  ["replace", ["Ctrl", "H"]],
] as const
const sound = [
  ["play", ["Esc"]],
  ["back", ["F1"]],
  ["forth", ["F2"]],
  ["slower", ["F3"]],
  ["faster", ["F4"]],
  ["loop", ["F8"]],
  ["loopTurn", ["⇧", "F8"]],
  ["stamp", ["Ctrl", "J"]],
  ["hear", ["Ctrl", "K"]],
  ["hearWord", ["Alt", "K"]],
] as const

/** The keys of this page, where one looks for them. */
export function KeyHints({ sound: hears }: { readonly sound: boolean }) {
  const t = useTranslations("transcribe.keys")
  return (
    <section className="key-hints" aria-label={t("title")}>
      <h2>{t("title")}</h2>
      <dl>
        {[...writing, ...(hears ? sound : [])].map(([what, keys]) => (
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
}
