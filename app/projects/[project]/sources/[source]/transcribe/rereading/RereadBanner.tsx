"use client"

import { useTranslations } from "next-intl"
import { type Act, type Keymap, shownKey } from "../../../../../../_keys/acts"
import { keysOf } from "../../../../../../_keys/chords"
import { Button } from "../../../../../../_ui/Button"
import { classes } from "../../../../../../_ui/classes"
import { Icon } from "../../../../../../_ui/Icon"
import { Keys } from "../../../../../../_ui/Keys"
import { isMac } from "../../../../../../_ui/useChord"
import type { Rereading } from "./useRereading"
import "./rereading.css"

interface Props {
  readonly rereading: Rereading
  readonly nameOf: (member: string) => string
  readonly keymap: Keymap
}

/** A quiet line over the words: who reads, who follows, and the way out of it. Nothing where nobody reads. */
export function RereadBanner({ rereading: { part, together }, nameOf, keymap }: Props) {
  const t = useTranslations("transcribe.rereading")
  const isThere = together !== null && (part.kind !== "none" || part.invitedBy !== null)
  return (
    // Always there, so that what comes into it is read out.
    <div className={classes("reread-banner", !isThere && "empty")}>
      {isThere && <Icon name="eye" />}
      <p role="status" className="grow">
        {isThere && <Said part={part} nameOf={nameOf} />}
      </p>
      {isThere && (
        <span className="keys">
          {part.kind === "reading" && <Hint keymap={keymap} act="rereadNext" says={t("step")} />}
          {part.kind !== "none" && <Hint keymap={keymap} act="remark" says={t("remark")} />}
        </span>
      )}
      {isThere && part.kind === "none" && (
        <>
          <Button onClick={together.toggle}>{t("join")}</Button>
          <Button kind="bare" onClick={together.leave}>
            {t("later")}
          </Button>
        </>
      )}
      {isThere && part.kind === "following" && (
        <>
          {part.away && <Button onClick={together.back}>{t("back")}</Button>}
          <Button kind="bare" shortcut="Esc" onClick={together.leave}>
            {t("leave")}
          </Button>
        </>
      )}
      {isThere && part.kind === "reading" && <Button onClick={together.leave}>{t("stop")}</Button>}
    </div>
  )
}

function Said({ part, nameOf }: { readonly part: Rereading["part"]; readonly nameOf: Props["nameOf"] }) {
  const t = useTranslations("transcribe.rereading")
  if (part.kind === "none") return part.invitedBy && t("invited", { name: nameOf(part.invitedBy) })
  if (part.kind === "following") return t(part.away ? "away" : "following", { name: nameOf(part.reader) })
  const names = part.followedBy.map(nameOf)
  return (
    <>
      <span className="strong">{t("reading")}</span>{" "}
      {names.length === 0 ? t("alone") : t("followed", { names: names.join(", "), count: names.length })}{" "}
      <span className="q2">{t("shared")}</span>
    </>
  )
}

function Hint({ keymap, act, says }: { readonly keymap: Keymap; readonly act: Act; readonly says: string }) {
  const chord = shownKey(keymap, act, isMac())
  if (chord === null) return null
  return (
    <span className="hint">
      <Keys keys={keysOf(chord)} /> {says}
    </span>
  )
}
