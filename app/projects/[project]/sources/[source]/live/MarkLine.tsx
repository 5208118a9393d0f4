"use client"

import { useTranslations } from "next-intl"
import type { FieldNotes, Mark, MarksAlike } from "../../../../../../core/fieldNotes"
import { useMarkWords } from "../../../../../_fieldNotes/useMarkWords"
import { positionText } from "../../../../../_sound/positionText"
import { Button } from "../../../../../_ui/Button"
import { Segmented } from "../../../../../_ui/Choice"
import { IconButton } from "../../../../../_ui/IconButton"
import { MarkPanel } from "./MarkPanel"
import type { Noting } from "./noting"

/** What is mended: a mark, or with it all that are one line. */
export interface Mended {
  readonly id: string
  readonly all: boolean
}

interface Props {
  readonly marks: MarksAlike
  readonly notes: FieldNotes
  readonly noting: Noting
  readonly nameOf: (id: string) => string
  readonly mended: Mended | null
  /** Null where one only reads. */
  readonly mend: ((mended: Mended | null) => void) | null
  /** Where it is heard; null: nowhere. */
  readonly place: number | null
  readonly play: (ms: number) => void
  /** To say that it is heard where the recording stands now. */
  readonly heard: { readonly position: string; readonly here: () => void } | null
}

/** What was noted at one moment, by one or by several; heard again, and mended. */
export function MarkLine({ marks, notes, noting, nameOf, mended, mend, place, play, heard }: Props) {
  const t = useTranslations("notes")
  const words = useMarkWords(notes)
  const isOpen = mended !== null && marks.some(({ id }) => id === mended.id)
  const own = marks.find(({ by }) => by === noting.me)
  const line = words.ofAll(marks)
  return (
    <li>
      <div className="row">
        <span className="num q">{words.time(marks[0].at)}</span>
        {place !== null && (
          <IconButton
            icon="play"
            label={t("after.play", { position: positionText(place) })}
            onClick={() => play(place)}
          />
        )}
        <span className="grow">{line}</span>
        <span className="small q">{[...new Set(marks.map(({ by }) => nameOf(by)))].join(", ")}</span>
        {heard && (
          <Button kind="bare" onClick={heard.here}>
            {t("after.here", { position: heard.position })}
          </Button>
        )}
        {mend && (
          <IconButton
            icon="edit"
            label={t("mark.mendOf", { mark: line })}
            aria-expanded={isOpen}
            onClick={() => mend(isOpen ? null : { id: (own ?? marks[0]).id, all: own === undefined })}
          />
        )}
      </div>
      {isOpen && mend && <MendingOne {...{ marks, notes, noting, nameOf, mended, mend }} />}
    </li>
  )
}

const ALL = "all"

interface MendingProps extends Omit<Props, "mended" | "mend" | "place" | "play" | "heard"> {
  readonly mended: Mended
  readonly mend: (mended: Mended | null) => void
}

/** Mends one mark, or all that several made alike: which is said, and chosen. */
function MendingOne({ marks, notes, noting, nameOf, mended, mend }: MendingProps) {
  const t = useTranslations("notes.mark")
  const one = marks.find(({ id }) => id === mended.id) ?? marks[0]
  const meant: MarksAlike = mended.all ? marks : [one]
  const close = () => mend(null)
  return (
    <>
      {marks.length > 1 && (
        <div className="row wrap">
          <span className="small q2">{t("ofSeveral", { count: marks.length })}</span>
          <Segmented
            label={t("ofSeveral", { count: marks.length })}
            value={mended.all ? ALL : one.id}
            onChange={(chosen) =>
              mend(chosen === ALL ? { id: one.id, all: true } : { id: chosen, all: false })
            }
            options={[
              ...marks.map(({ id, by }) => ({ value: id, label: by === noting.me ? t("own") : nameOf(by) })),
              { value: ALL, label: t("all") },
            ]}
          />
        </div>
      )}
      <MarkPanel
        {...{ notes, close }}
        mark={meant[0]}
        noting={forAll(noting, meant)}
        isOne={meant.length === 1}
        whole
        remove={() => {
          close()
          for (const { id } of meant) noting.remove(id)
        }}
      />
    </>
  )
}

/** What is done to the first is done to each. */
function forAll(noting: Noting, marks: readonly Mark[]): Noting {
  return {
    ...noting,
    change: (_, fields) =>
      noting.doc.transact(() => {
        for (const { id } of marks) noting.change(id, fields)
      }),
  }
}
