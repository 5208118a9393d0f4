import type { ShownAgreement } from "./answer"

/** What people, codes and documents are called in tables: by their names, told apart where two have one. */
export interface Names {
  readonly coder: (id: string) => string
  readonly code: (id: string) => string
  readonly document: (id: string) => string
}

export function namesIn(answer: Pick<ShownAgreement, "coders" | "codes" | "documents">): Names {
  const documents = answer.documents.map(({ id, title }) => ({ id, name: title }))
  return {
    coder: labelsOf(answer.coders),
    code: labelsOf(answer.codes.filter(({ compared }) => compared)),
    document: labelsOf(documents),
  }
}

function labelsOf(named: readonly { readonly id: string; readonly name: string }[]): (id: string) => string {
  const times = new Map<string, number>()
  for (const { name } of named) times.set(name, (times.get(name) ?? 0) + 1)
  const labels = new Map(
    named.map(({ id, name }) => [id, name !== "" && times.get(name) === 1 ? name : `${name} (${id})`.trim()]),
  )
  return (id) => labels.get(id) ?? id
}
