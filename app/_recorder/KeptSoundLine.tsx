"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { lengthText } from "../_sound/positionText"
import { Button } from "../_ui/Button"
import { ConfirmDialog } from "../_ui/ConfirmDialog"
import { Icon } from "../_ui/Icon"
import { IconButton } from "../_ui/IconButton"
import { Alert } from "../_ui/States"
import type { Recorded } from "./recorded"
import type { KeptSound } from "./shelf"
import type { Recorder } from "./useRecorder"
import { canGoOn, endingOf, type WholeSound } from "./wholeSound"

interface Props {
  readonly kept: KeptSound
  readonly recorder: Recorder
  readonly onUse: (recorded: Recorded) => void
}

/** One recording that was made here: to be listened to, gone on with, given to a source, or thrown away. */
export function KeptSoundLine({ kept, recorder, onUse }: Props) {
  const t = useTranslations("recorder")
  const format = useFormatter()
  const [whole, setWhole] = useState<WholeSound | null>(null)
  const [address, setAddress] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => () => (address === null ? undefined : URL.revokeObjectURL(address)), [address])

  const day = format.dateTime(new Date(kept.startedAt), "datedMoment")
  async function put(): Promise<WholeSound | null> {
    setBusy(true)
    try {
      // As it is now: another tab may have gone on with it.
      const made = await recorder.take(kept)
      setWhole(made)
      setFailed(made?.sound.size === 0)
      return made?.sound.size ? made : null
    } catch {
      setFailed(true)
      return null
    } finally {
      setBusy(false)
    }
  }
  async function listen() {
    if (address !== null) return setAddress(null)
    const made = await put()
    if (made) setAddress(URL.createObjectURL(made.sound))
  }
  async function use() {
    const isSaid = whole?.isPart ?? false
    const made = await put()
    // That it is a part alone is said first.
    if (!made || (made.isPart && !isSaid)) return
    const { sound, durationMs } = made
    const name = t("fileName", { day }) + endingOf(kept)
    // The same file each time, so that sending it goes on where it was.
    const file = new File([sound], name, { type: sound.type, lastModified: kept.startedAt })
    onUse({ id: kept.id, file, durationMs, forget: () => recorder.forget(kept.id, made) })
  }

  return (
    <li className="kept-sound stack tight">
      <div className="row wrap">
        <Icon name="mic" />
        <span className="made strong grow">{t("made", { day })}</span>
        <span className="num q">{lengthText(whole?.durationMs ?? kept.durationMs)}</span>
        <span className="row">
          <Button icon={address === null ? "play" : "stop"} onClick={listen} busy={isBusy}>
            {t(address === null ? "listen" : "listenNoMore")}
          </Button>
          {canGoOn(kept) && (
            <Button onClick={() => void recorder.start(kept)} disabled={recorder.now.is !== "idle"}>
              {t("more")}
            </Button>
          )}
          <Button kind="primary" onClick={use} busy={isBusy}>
            {t("use")}
          </Button>
          <ConfirmDialog
            title={t("discardTitle")}
            confirm={t("discard")}
            danger
            onConfirm={() => recorder.discard(kept)}
            trigger={<IconButton icon="trash" label={t("discardOf", { day })} />}
          >
            {t("discardBody", { day, length: lengthText(kept.durationMs) })}
          </ConfirmDialog>
        </span>
      </div>
      {address !== null && (
        // biome-ignore lint/a11y/useMediaCaption: what somebody has just said has no captions.
        <audio src={address} controls autoPlay aria-label={t("made", { day })} />
      )}
      {whole?.isPart && <Alert>{t("isPart")}</Alert>}
      {failed && <Alert>{t("nothingKept")}</Alert>}
    </li>
  )
}
