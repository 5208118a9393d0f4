/** How the figures are looked at: what the server need not know, kept in the address beside what is asked of it. */
import { type BandsFor, type Scale, scaleNames, scales } from "./bands"
import { type Tool, tools } from "./tools"

export interface View {
  readonly coefficient: BandsFor
  /** Null: no words of interpretation. */
  readonly bands: Scale | null
  /** The code whose figures are all shown. */
  readonly code: string | null
  readonly tool: Tool | null
}

const usual: View = { coefficient: "alpha", bands: null, code: null, tool: null }
const names = ["coefficient", "bands", "code", "tool"] as const satisfies readonly (keyof View)[]

/** The view in an address, and what else it says, which is asked of the server. */
export function readView(address: URLSearchParams): { readonly view: View; readonly rest: string } {
  const rest = new URLSearchParams(address)
  for (const name of names) rest.delete(name)
  const coefficient = address.get("coefficient") === "kappa" ? "kappa" : "alpha"
  const bands = scaleNames.find((scale) => scale === address.get("bands")) ?? null
  return {
    view: {
      coefficient,
      bands: bands !== null && scales[bands].for === coefficient ? bands : null,
      code: address.get("code"),
      tool: tools.find((tool) => tool === address.get("tool")) ?? null,
    },
    rest: rest.toString(),
  }
}

/** The address of a view of what is asked; what is usual is left out. */
export function addressOf(view: View, asked: string): string {
  const address = new URLSearchParams(asked)
  for (const name of names) if (view[name] !== usual[name]) address.set(name, view[name]!)
  const query = address.toString()
  return query && `?${query}`
}
