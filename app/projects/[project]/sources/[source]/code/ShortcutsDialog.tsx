"use client"

import { useTranslations } from "next-intl"
import { Switch } from "../../../../../_ui/Choice"
import { Dialog } from "../../../../../_ui/Dialog"
import { Keys } from "../../../../../_ui/Keys"

interface Props {
  readonly single: boolean
  readonly setSingle: (single: boolean) => void
  readonly close: () => void
}

const groups = {
  select: [
    ["arrows", ["←", "→", "↑", "↓"]],
    ["extend", ["⇧", "←→↑↓"]],
    ["neighbours", ["J", "K"]],
    ["resize", ["Alt", "←→"]],
    ["resizeStart", ["⇧", "Alt", "←→"]],
  ],
  code: [
    ["code", ["C"]],
    ["digits", ["1", "…", "9"]],
    ["inVivo", ["V"]],
    ["new", ["N"]],
    ["again", ["R"]],
    ["memo", ["M"]],
    ["newMemo", ["Alt", "J"]],
    ["correct", ["E"]],
    ["remove", ["U"]],
    ["undo", ["command", "Z"]],
    ["redo", ["⇧", "command", "Z"]],
  ],
  desk: [
    ["filter", ["/"]],
    ["complete", ["⇧", "⏎"]],
    ["play", ["␣"]],
    ["playAlways", ["Ctrl", "␣"]],
    ["playHere", ["P"]],
    ["skip", ["Alt", "←→"]],
    ["close", ["Esc"]],
  ],
} as const

/** Every key of the desk; and the way to switch single letters off. */
export function ShortcutsDialog({ single, setSingle, close }: Props) {
  const t = useTranslations("desk.shortcuts")
  return (
    <Dialog title={t("title")} open onOpenChange={(open) => !open && close()} wide>
      <div className="shortcuts">
        {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
          <section key={group}>
            <h3 className="strong">{t(`groups.${group}`)}</h3>
            <dl>
              {groups[group].map(([what, keys]) => (
                <div key={what}>
                  <dt>{t(`keys.${what}`)}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        label={t("single")}
        hint={t("singleHint")}
        checked={single}
        onChange={(event) => setSingle(event.target.checked)}
      />
    </Dialog>
  )
}
