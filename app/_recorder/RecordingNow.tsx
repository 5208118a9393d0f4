"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { positionText } from "../_sound/positionText"
import { Button } from "../_ui/Button"
import { classes } from "../_ui/classes"
import { Alert } from "../_ui/States"
import { LevelMeter } from "./LevelMeter"
import type { Now, Recorder } from "./useRecorder"
import "./recorder.css"

interface Props {
  readonly recorder: Recorder
  readonly now: Extract<Now, { is: "on" }>
}

/** With less room on the device one is told. */
export const FEW_MINUTES = 30
const TICK_MS = 250

/** What is being recorded: how long, how loud, and whether it is safe. */
export function RecordingNow({ recorder, now }: Props) {
  const t = useTranslations("recorder")
  const { recording, isPaused, isHeld } = now
  const [ms, setMs] = useState(recording.ms())
  const [isSilent, setSilent] = useState(false)
  useEffect(() => {
    const timer = setInterval(() => setMs(recording.ms()), TICK_MS)
    return () => clearInterval(timer)
  }, [recording])
  const { minutes, shelf } = recorder
  return (
    <fieldset className="recorder" aria-label={t("label")}>
      <div className="row wrap">
        <span className={classes("on-air", isPaused && "paused")} aria-hidden="true" />
        <span className="strong num elapsed" role="timer" aria-label={t("elapsed")}>
          {positionText(ms)}
        </span>
        <span className="grow">
          <LevelMeter level={recording.level} isPaused={isPaused} onSilent={setSilent} />
        </span>
        <Button icon={isPaused ? "mic" : "pause"} onClick={isPaused ? recorder.goOn : recorder.pause}>
          {t(isPaused ? "goOn" : "pause")}
        </Button>
        <Button kind="primary" icon="stop" onClick={() => void recorder.stop()}>
          {t("stop")}
        </Button>
      </div>
      <p className="small q2" role="status">
        {t(isPaused ? "paused" : isSilent ? "silent" : "on")}
      </p>
      {recording.microphone && (
        <p className="small q">{t("microphone.now", { name: recording.microphone })}</p>
      )}
      {isHeld && <Alert>{t("held")}</Alert>}
      {shelf && !shelf.lasts && <Alert>{t("noStorage")}</Alert>}
      {!isHeld && minutes !== null && minutes < FEW_MINUTES && <Alert>{t("fewMinutes", { minutes })}</Alert>}
    </fieldset>
  )
}
