"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { ask as askServer } from "../../../_sync/api"
import { Button } from "../../../_ui/Button"
import { ChoiceCards } from "../../../_ui/Choice"
import { Dialog, DialogClose } from "../../../_ui/Dialog"
import type { Shared } from "./shared"
import { TargetList } from "./TargetList"
import { mergeTargets } from "./targets"

interface Props extends Shared {
  readonly code: string
  /** The other code, where it is known already. */
  readonly other: string | null
  readonly onDone: (code: string) => void
}

/** Says that two codes are one, or belong together: which, under which name, and how much it settles. */
export function MergeDialog({ data, acts, ask, code, other: given, onDone }: Props) {
  const t = useTranslations("tree.merge")
  const common = useTranslations("common")
  const [chosen, setChosen] = useState(given)
  const [how, setHow] = useState<"merging" | "relating">("merging")
  const [kept, setKept] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const one = data.nodes.get(code)?.code
  const other = chosen === null ? undefined : data.nodes.get(chosen)?.code
  const settles = useSettles(code, chosen, how)
  if (!one) return null
  const [from, into] = kept === one.id ? [other, one] : [one, other]

  async function merge() {
    if (!from || !into) return
    setBusy(true)
    if (await acts.merge(from, into, how)) {
      ask(null)
      onDone(into.id)
    }
    setBusy(false)
  }
  return (
    <Dialog
      open
      onOpenChange={() => ask(null)}
      title={t("title", { name: one.name })}
      footer={
        <>
          <span className="grow small q2" role="status">
            {settles !== null && t("settles", { count: settles })}
          </span>
          <DialogClose>
            <Button kind="bare">{common("cancel")}</Button>
          </DialogClose>
          <Button kind="primary" busy={busy} disabled={!other} onClick={merge}>
            {t(how === "merging" ? "do" : "relate")}
          </Button>
        </>
      }
    >
      {given === null && (
        <TargetList
          label={t("with")}
          targets={mergeTargets(data.tree, one)}
          chosen={chosen}
          onChoose={setChosen}
          onTake={merge}
        />
      )}
      {other && (
        <>
          <ChoiceCards
            label={t("how")}
            value={how}
            onChange={setHow}
            options={[
              { value: "merging", label: t("merging"), hint: t("mergingHint") },
              { value: "relating", label: t("relating"), hint: t("relatingHint") },
            ]}
          />
          {how === "merging" && (
            <ChoiceCards
              label={t("name")}
              value={into === one ? one.id : other.id}
              onChange={setKept}
              options={[other, one].map(({ id, name }) => ({
                value: id,
                label: t("keep", { name }),
              }))}
            />
          )}
        </>
      )}
    </Dialog>
  )
}

/** How many points to discuss it would settle; null as long as that is not known. */
function useSettles(from: string, into: string | null, how: string): number | null {
  const [known, setKnown] = useState<{ of: string; settles: number } | null>(null)
  const path = into && `/api/codes/${from}/merge?into=${into}&how=${how}`
  useEffect(() => {
    if (!path) return
    let gone = false
    askServer<{ settles: number }>("GET", path).then(
      ({ settles }) => gone || setKnown({ of: path, settles }),
      () => {}, // The merge itself says what is wrong.
    )
    return () => {
      gone = true
    }
  }, [path])
  return known && known.of === path ? known.settles : null
}
