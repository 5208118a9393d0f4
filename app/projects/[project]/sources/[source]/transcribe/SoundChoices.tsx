"use client"

import { useTranslations } from "next-intl"
import { positionText } from "../../../../../_sound/positionText"
import { LAST_MS, type Loop } from "../../../../../_sound/useLoop"
import { type Rewind, rewinds } from "../../../../../_sound/useRewinding"
import { IconButton } from "../../../../../_ui/IconButton"
import { Menu, MenuCheck, MenuHeading, MenuRadios, MenuRule } from "../../../../../_ui/Menu"

interface Props {
  readonly loop: Loop
  /** Hears the turn with the cursor again and again; null while it has no time. */
  readonly loopTurn: () => void
  readonly rewind: Rewind
  readonly setRewind: (seconds: Rewind) => void
}

/** How one listens while one writes: a stretch again and again, and how far before where one stopped. */
export function SoundChoices({ loop, loopTurn, rewind, setRewind }: Props) {
  const t = useTranslations("transcribe.listening")
  const { clip } = loop
  const rewindText = (seconds: number) => t("seconds", { seconds })
  return (
    <>
      <IconButton
        icon="repeat"
        label={clip ? t("loopEnd") : t("loop", { seconds: LAST_MS / 1000 })}
        shortcut="F8"
        aria-pressed={clip !== null}
        onClick={loop.toggle}
      />
      {clip && (
        <span className="num small looped">
          {t("looped", { from: positionText(clip.startMs), to: positionText(clip.endMs) })}
        </span>
      )}
      <Menu
        trigger={
          <button type="button" className="btn bare" aria-label={t("rewindIs", { seconds: rewind })}>
            {t("rewind", { seconds: rewind })}
          </button>
        }
      >
        <MenuHeading>{t("rewindTitle")}</MenuHeading>
        <MenuRadios
          value={String(rewind)}
          options={rewinds.map((seconds) => ({ value: String(seconds), label: rewindText(seconds) }))}
          onChange={(chosen) => setRewind(Number(chosen) as Rewind)}
        />
        <MenuRule />
        <MenuCheck checked={clip !== null} onChange={(on) => (on ? loopTurn() : loop.end())}>
          {t("loopTurn")}
        </MenuCheck>
      </Menu>
    </>
  )
}
