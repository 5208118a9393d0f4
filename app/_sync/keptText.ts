import type { MemberId, Side } from "../../core/model"
import type { TextCopy } from "./openText"

/** What the page of a transcript needs to know of its source, with a network or without. */
export interface TextAbout {
  readonly source: string
  readonly title: string
  readonly project: string
  readonly projectName: string
  readonly account: { readonly id: MemberId; readonly name: string; readonly email: string }
  readonly side: Side | null
  readonly recording: { readonly durationMs: number | null } | null
  /** Whether one codes it, too. */
  readonly codes: boolean
  /** Whether anything was noted live of it; left out by what was kept on a device before that was asked. */
  readonly notes?: boolean
  /** Whoever may be met here. */
  readonly people: readonly Known[]
}

/** How somebody is shown to the others. */
interface Known {
  readonly id: MemberId
  readonly name: string
  readonly side: Side | "s"
}

/** A transcript that is written in, as this device keeps it (`textAt` on the shelf `desks`). */
export interface KeptText extends TextAbout, TextCopy {
  readonly kind: "text"
}

export function isKeptText(value: unknown): value is KeptText {
  return (value as Partial<KeptText>).kind === "text"
}
