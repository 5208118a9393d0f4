"use client"

import { useTranslations } from "next-intl"
import { Button } from "../_ui/Button"
import type { Recorder } from "./useRecorder"

/** Begins a recording; what comes of it is shown in `RecordingPlace`. */
export function RecordButton({ recorder }: { readonly recorder: Recorder }) {
  const t = useTranslations("recorder")
  return (
    <Button
      icon="mic"
      disabled={recorder.now.is !== "idle" || !recorder.shelf}
      onClick={() => void recorder.start()}
    >
      {t("record")}
    </Button>
  )
}
