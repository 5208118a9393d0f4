"use client"

import { useTranslations } from "next-intl"
import { Alert } from "../_ui/States"
import { KeptSounds } from "./KeptSounds"
import { MicrophoneChoice } from "./MicrophoneChoice"
import { FEW_MINUTES, RecordingNow } from "./RecordingNow"
import type { Recorded } from "./recorded"
import type { Recorder } from "./useRecorder"

interface Props {
  readonly recorder: Recorder
  readonly onUse: (recorded: Recorded) => void
}

/** Where one records, or chooses among what was recorded; below the button that begins it. */
export function RecordingPlace({ recorder, onUse }: Props) {
  const t = useTranslations("recorder")
  const { now, minutes, microphones } = recorder
  return (
    <>
      {now.is === "idle" && now.why && <Alert>{t(`why.${now.why}`)}</Alert>}
      {now.is === "idle" && (
        <>
          <MicrophoneChoice microphones={microphones} />
          {minutes !== null && minutes < FEW_MINUTES && <Alert>{t("fewMinutes", { minutes })}</Alert>}
        </>
      )}
      {now.is === "asking" && (
        <p className="small q2" role="status">
          {t("asking")}
        </p>
      )}
      {now.is === "on" && <RecordingNow recorder={recorder} now={now} />}
      {now.is !== "on" && <KeptSounds recorder={recorder} onUse={onUse} />}
    </>
  )
}
