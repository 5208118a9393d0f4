/** A piece of a page in which everything that somebody wrote is harmless. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | null | false | readonly Part[]

/** A template of HTML: what is put into it is text, unless it is made by this itself. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(pieces.reduce((text, piece, at) => text + written(parts[at - 1] ?? null) + piece))
}

function written(part: Part): string {
  if (part === null || part === false) return ""
  if (part instanceof Html) return part.text
  if (typeof part === "object") return part.map(written).join("")
  return String(part).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
