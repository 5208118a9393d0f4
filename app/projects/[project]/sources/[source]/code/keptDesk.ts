import type { MemberId } from "../../../../../../core/model"
import type { DeskSource } from "./deskSource"

/** What a desk needs to open without a network, beside its text and its codes: these are copies of rooms. */
export interface KeptDesk {
  readonly project: string
  readonly projectName: string
  readonly account: { readonly id: MemberId; readonly name: string; readonly email: string }
  readonly owner: boolean
  readonly seen: DeskSource
}
