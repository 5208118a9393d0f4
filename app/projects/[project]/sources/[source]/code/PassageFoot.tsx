"use client"

import { useTranslations } from "next-intl"
import { memo } from "react"
import type { PassageId } from "../../../../../../core/model"
import { Problem } from "../../../../../_sync/api"
import type { RefusedCommand } from "../../../../../_sync/outbox"
import { useProblem } from "../../../../../_sync/useProblem"
import { Button } from "../../../../../_ui/Button"
import { Icon } from "../../../../../_ui/Icon"
import type { DeskPassage } from "./deskSource"
import type { ShownState } from "./passageStates"

interface Props {
  readonly passage: DeskPassage
  readonly state: ShownState
  /** The passage being read has the one primary button, so that one black button is in sight. */
  readonly read: boolean
  readonly ready: boolean
  readonly refused: readonly RefusedCommand[]
  readonly complete: (passage: DeskPassage) => void
  readonly takeBack: (passage: PassageId) => void
  readonly forget: (key: string) => void
}

/** Completes a passage, or takes it back as long as it is not revealed; says what was refused, and why. */
export const PassageFoot = memo(function PassageFoot({
  passage,
  state,
  read,
  ready,
  refused,
  complete,
  takeBack,
  forget,
}: Props) {
  const t = useTranslations("desk.passage")
  const common = useTranslations("common")
  const sentence = useProblem()
  return (
    <>
      {refused.map(({ key, code, detail }) => (
        <div key={key} className="alert refused" role="alert">
          <Icon name="warning" />
          <span className="grow">
            {t("refused")} {sentence(new Problem(code, 0, detail))}
          </span>
          <Button onClick={() => forget(key)}>{common("close")}</Button>
        </div>
      ))}
      {state.state === "open" && (
        <Button
          kind={read ? "primary" : "plain"}
          icon="check"
          shortcut={read ? "⇧⏎" : undefined}
          disabled={!ready}
          onClick={() => complete(passage)}
        >
          {t("finish")}
        </Button>
      )}
      {state.state === "handed-in" && (
        <Button icon="undo" onClick={() => takeBack(passage.id)}>
          {t("takeBack")}
        </Button>
      )}
    </>
  )
})
