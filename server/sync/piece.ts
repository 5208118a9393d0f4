import { answerFrame, updateFrame } from "./frames"
import { since } from "./since"
import { nothingWritten, type Outline, readUpdate } from "./update"

/** An update that is held to be given away, with what giving it away takes, made when it is first needed. */
export class Piece {
  #outline: Outline | undefined
  #frame: Uint8Array | null = null
  #answer: Uint8Array | null = null

  constructor(
    readonly update: Uint8Array,
    outline?: Outline,
  ) {
    this.#outline = outline
  }

  get outline(): Outline {
    this.#outline ??= readUpdate(this.update) ?? nothingWritten
    return this.#outline
  }

  /** The message that brings it; the same bytes for all, as long as it is not wanted as an answer. */
  get frame(): Uint8Array {
    this.#answer = null
    this.#frame ??= updateFrame(this.update)
    return this.#frame
  }

  /** The message that brings it as the last of what was asked for. */
  get answer(): Uint8Array {
    this.#frame = null
    this.#answer ??= answerFrame(this.update)
    return this.#answer
  }

  /** What a holder of these clocks lacks of it; null when that is nothing. */
  since(known: ReadonlyMap<number, number>): Piece | null {
    if (known.size === 0) return this
    const lacking = since(this.update, this.outline, known)
    return lacking === this.update ? this : lacking && new Piece(lacking)
  }
}
