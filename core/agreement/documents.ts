/** What is compared, as plain values: texts by their length alone, and what each coder who finished put on them. */

/** Positions from 0, `end` excluded, in one kind of offset throughout (UTF-16, say). */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface CodedSpan extends Stretch {
  readonly code: string
}

export type UnitKind = "character" | "word" | "sentence" | "turn" | "passage" | "document"
/** Kinds whose units a document has to bring along. */
export type GivenUnit = Exclude<UnitKind, "character" | "document">

export interface CodedDocument {
  readonly id: string
  readonly length: number
  /** What can be coded at all: without labels of speakers, times, headers. Everything, if absent. */
  readonly codable?: readonly Stretch[]
  readonly units?: { readonly [Kind in GivenUnit]?: readonly Stretch[] }
  /**
   * Who finished it. Somebody with no span found nothing to code, which is data; somebody who is not here did not look,
   * which is not.
   */
  readonly coders: readonly { readonly id: string; readonly spans: readonly CodedSpan[] }[]
}
