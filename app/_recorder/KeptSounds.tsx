"use client"

import { useTranslations } from "next-intl"
import { KeptSoundLine } from "./KeptSoundLine"
import type { Recorded } from "./recorded"
import type { Recorder } from "./useRecorder"

interface Props {
  readonly recorder: Recorder
  readonly onUse: (recorded: Recorded) => void
}

/** What was recorded here and no source has: after a stop, a crash or a closed window alike. */
export function KeptSounds({ recorder, onUse }: Props) {
  const t = useTranslations("recorder")
  const { kept } = recorder
  if (kept.length === 0) return null
  return (
    <div className="stack tight">
      <p className="small q2">{t("here", { count: kept.length })}</p>
      <ul className="lines">
        {kept.map((each) => (
          // Gone on with, it is another: what was made of it before is no more.
          <KeptSoundLine
            key={`${each.id}/${each.takes}/${each.durationMs}`}
            kept={each}
            recorder={recorder}
            onUse={onUse}
          />
        ))}
      </ul>
    </div>
  )
}
