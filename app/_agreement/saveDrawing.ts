/** A drawing of the page as a file that stands alone: colours written out as on paper, its letters brought along. */

const copied = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "font-variant-numeric",
  "text-anchor",
] as const

const NAMESPACE = "http://www.w3.org/2000/svg"

/** As SVG. Always in the light theme: it goes into an article or a thesis, whatever the screen is set to. */
export async function svgFile(drawing: SVGSVGElement): Promise<Blob> {
  const { text } = await standingAlone(drawing)
  return new Blob([text], { type: "image/svg+xml" })
}

/** As PNG, three pixels for each of the screen's. */
export async function pngFile(drawing: SVGSVGElement, times = 3): Promise<Blob> {
  const { text, width, height } = await standingAlone(drawing)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement("canvas")
  canvas.width = Math.round(width * times)
  canvas.height = Math.round(height * times)
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((give, fail) =>
    canvas.toBlob((blob) => (blob ? give(blob) : fail(new Error("no picture"))), "image/png"),
  )
}

export function download(file: Blob, name: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

async function standingAlone(drawing: SVGSVGElement) {
  const { width, height } = drawing.viewBox.baseVal
  const copy = drawing.cloneNode(true) as SVGSVGElement
  // Styles are those of where it stands: there, the light theme holds.
  const paper = document.createElement("div")
  paper.dataset.theme = "light"
  paper.inert = true
  paper.style.cssText = "position:fixed;left:-99999px;top:0"
  paper.append(copy)
  document.body.append(paper)
  try {
    writeOut([copy, ...copy.querySelectorAll<SVGElement>("*")])
    const background = document.createElementNS(NAMESPACE, "rect")
    background.setAttribute("width", "100%")
    background.setAttribute("height", "100%")
    background.setAttribute("fill", "#ffffff")
    background.setAttribute("x", `${drawing.viewBox.baseVal.x}`)
    background.setAttribute("y", `${drawing.viewBox.baseVal.y}`)
    const letters = document.createElementNS(NAMESPACE, "style")
    letters.textContent = (await facesFor(copy.textContent ?? "")).join("\n")
    copy.append(letters)
    copy.insertBefore(background, copy.querySelector(":scope > :not(title, desc)"))
    copy.setAttribute("xmlns", NAMESPACE)
    copy.setAttribute("width", `${width}`)
    copy.setAttribute("height", `${height}`)
    return { text: new XMLSerializer().serializeToString(copy), width, height }
  } finally {
    paper.remove()
  }
}

/** All styles are read before any class goes: a part's may hang on its parent's class. */
function writeOut(elements: readonly SVGElement[]): void {
  const read = elements.map((element) => {
    const style = getComputedStyle(element)
    return copied.map((name) => [name, style.getPropertyValue(name)] as const)
  })
  for (const [at, element] of elements.entries()) {
    for (const [name, value] of read[at]!) if (value !== "") element.setAttribute(name, value)
    element.removeAttribute("class")
    element.removeAttribute("style")
  }
}

/** The page's faces of the interface's letters that hold what is written, with the files in them. */
async function facesFor(text: string): Promise<string[]> {
  const points = new Set([...text].map((letter) => letter.codePointAt(0)!))
  const faces = [...document.styleSheets].flatMap((sheet) =>
    facesIn(sheet.cssRules).map((rule) => ({ rule, base: sheet.href ?? location.href })),
  )
  const needed = faces.filter(
    ({ rule: { style } }) =>
      style.getPropertyValue("font-family").includes("Source Sans 3") &&
      style.getPropertyValue("font-style") !== "italic" &&
      holds(style.getPropertyValue("unicode-range"), points),
  )
  return Promise.all(
    needed.map(async ({ rule: { style }, base }) => {
      const address = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue("src"))![1]!
      const file = await (await fetch(new URL(address, base))).blob()
      return `@font-face{font-family:"Source Sans 3 Variable";font-weight:200 900;src:url(${await asAddress(file)}) format("woff2");unicode-range:${style.getPropertyValue("unicode-range")}}`
    }),
  )
}

function facesIn(rules: CSSRuleList): CSSFontFaceRule[] {
  return [...rules].flatMap((rule) =>
    rule instanceof CSSFontFaceRule
      ? [rule]
      : rule instanceof CSSGroupingRule || rule instanceof CSSLayerBlockRule
        ? facesIn(rule.cssRules)
        : [],
  )
}

/** Whether a `unicode-range` has one of these letters. */
export function holds(ranges: string, points: ReadonlySet<number>): boolean {
  return ranges.split(",").some((range) => {
    const [from = "", to = from] = range.trim().replace(/^u\+/i, "").split("-")
    const [low, high] = [parseInt(from.replaceAll("?", "0"), 16), parseInt(to.replaceAll("?", "f"), 16)]
    return [...points].some((point) => point >= low && point <= high)
  })
}

function asAddress(file: Blob): Promise<string> {
  return new Promise((give, fail) => {
    const reader = new FileReader()
    reader.onload = () => give(String(reader.result))
    reader.onerror = () => fail(reader.error)
    reader.readAsDataURL(file)
  })
}
