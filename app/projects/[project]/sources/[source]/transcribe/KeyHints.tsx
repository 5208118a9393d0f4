"use client"

import { useTranslations } from "next-intl"
import { Kbd } from "../../../../../_ui/Kbd"
import { useCommandKey } from "../../../../../_ui/useChord"

const writing = [
  ["split", ["⏎"]],
  ["join", ["⌫"]],
  ["give", ["Alt", "1…9"]],
  ["undo", ["command", "Z"]],
] as const
const sound = [
  ["play", ["Esc"]],
  ["back", ["F1"]],
  ["forth", ["F2"]],
  ["slower", ["F3"]],
  ["faster", ["F4"]],
  ["stamp", ["Ctrl", "J"]],
  ["hear", ["Ctrl", "K"]],
] as const

/** The keys of this page, where one looks for them. */
export function KeyHints({ sound: hears }: { readonly sound: boolean }) {
  const t = useTranslations("transcribe.keys")
  const command = useCommandKey()
  return (
    <section className="key-hints" aria-label={t("title")}>
      <h2>{t("title")}</h2>
      <dl>
        {[...writing, ...(hears ? sound : [])].map(([what, keys]) => (
          <div key={what}>
            <dt>{t(what)}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key}>{key === "command" ? command : key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
