import { strToU8, zipSync } from "fflate"
import type { Spoken } from "./spoken"
import { wordFile } from "./wordFile"

/** Each writes an interview as another program would, as small as that program's readers would take it. */

/** The times of a turn's pieces: of equal length, the first from its start, the last to its end. */
export function timedPieces({ startMs, endMs, pieces }: Spoken) {
  const border = (index: number) => startMs + Math.floor(((endMs - startMs) * index) / pieces.length)
  return pieces.map((text, index) => ({ text, startMs: border(index), endMs: border(index + 1) }))
}

export function whisperX(turns: readonly Spoken[]): string {
  const segments = turns.flatMap((turn) =>
    timedPieces(turn).map(({ text, startMs, endMs }) => ({
      start: startMs / 1000,
      end: endMs / 1000,
      text: ` ${text}`,
      words: text.split(" ").map((word) => ({ word, start: startMs / 1000, end: endMs / 1000, score: 0.5 })),
      speaker: turn.label,
    })),
  )
  return JSON.stringify({ segments, word_segments: [], language: "fr" })
}

/** whisper.cpp counts in milliseconds; its speakers are a number a segment. */
export function whisperCpp(turns: readonly Spoken[]): string {
  const transcription = turns.flatMap((turn) =>
    timedPieces(turn).map(({ text, startMs, endMs }) => ({
      timestamps: { from: "00:00:00,000", to: "00:00:00,000" },
      offsets: { from: startMs, to: endMs },
      text: ` ${text}`,
      speaker: turn.label,
    })),
  )
  return JSON.stringify({ result: { language: "fr" }, transcription }, null, "\t")
}

export function noScribe(turns: readonly Spoken[]): string {
  const anchor =
    (turn: Spoken, index: number) => (piece: ReturnType<typeof timedPieces>[number], at: number) => {
      const prefix =
        at === 0 ? `${escaped(turn.label)}: <span style="color: #78909C" >[00:00:0${index % 10}]</span>` : ""
      return `<a name="ts_${piece.startMs}_${piece.endMs}_${escaped(turn.label)}" >${prefix} ${escaped(piece.text)}</a>`
    }
  const said = turns.map((turn, index) => `<p >${timedPieces(turn).map(anchor(turn, index)).join("")}</p>`)
  return page(
    `<meta name="qrichtext" content="1" /><style>p { white-space: pre-wrap; }</style>`,
    `<p style="font-weight: 600" ></p><p ><span >Transcribed with noScribe vers. 0.7<br />Audio file: M7.m4a</span></p>${said.join("\n")}`,
  )
}

export function sonal(turns: readonly Spoken[]): string {
  const labels = ["", ...new Set(turns.map(({ label }) => label))]
  const span = (turn: Spoken) => (piece: ReturnType<typeof timedPieces>[number], at: number) => {
    const times = `data-deb="${piece.startMs / 1000}" data-fin="${piece.endMs / 1000}"`
    const name = at === 0 ? ` data-nomloc="${escaped(turn.label)}"` : ""
    const words = `<span class="cat_00${at}" data-rk="1">${escaped(piece.text)} </span>`
    return `<span class="lblseg sautlig" ${times} data-loc="${labels.indexOf(turn.label)}"${name}>${words}</span>`
  }
  return page(
    `<style>.cat_001{ }</style>`,
    `<script id="loc-json" type="application/json">\n{\n${JSON.stringify(labels)} }\n</script><div id="txtnotes">\n</div>` +
      `<div id="contenuText">${turns.flatMap((turn) => timedPieces(turn).map(span(turn))).join("")}</div>`,
  )
}

/** The Sonal of before marks a speaker and a time where they begin, within extracts; ends are not written. */
export function sonalText(turns: readonly Spoken[]): string {
  const seconds = (ms: number) => String(ms / 1000).replace(".", ",")
  const lines = turns.map(
    ({ label, startMs, pieces }) => `[>${label}]: [${seconds(startMs)}]${pieces.join("\n")}`,
  )
  return ["<|OBS|", "relu", ">|OBS|", "::0::012,004Tags=", ...lines, "::9999,5::"].join("\r\n")
}

export function oTranscribe(turns: readonly Spoken[]): string {
  const stamp = (ms: number) =>
    `<span class="timestamp" contenteditable="false" data-timestamp="${ms / 1000}">00:01</span>`
  const text = turns.map(({ label, startMs, pieces }, index) =>
    index % 2
      ? `<p>${stamp(startMs)}&nbsp;<b>${label}</b>&nbsp;: ${pieces.map(escaped).join("<br />")}</p>`
      : `<p>${label} ${stamp(startMs)} : ${pieces.map(escaped).join(" ")}</p>`,
  )
  return JSON.stringify({ text: text.join(""), media: "M7.mp3", "media-time": 12.5 })
}

/** f4 and easytranscript write, in tenths of a second, when a turn ends: that is when the next one starts. */
export function f4(turns: readonly Spoken[]): string {
  const stamp = (ms: number) => {
    const two = (number: number) => String(Math.floor(number)).padStart(2, "0")
    return `#${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}-${Math.floor(ms / 100) % 10}#`
  }
  const lines = turns.map(({ label, endMs, pieces }) =>
    rtfText(`${label}: ${pieces.join(" ")} ${stamp(endMs)}`),
  )
  return rtf(lines.map((line) => `\\pard\\plain\\f0 ${line}\\par\n`).join(""))
}

/** A row a turn, in a table: label, words. Times are not written. */
export function rtfTable(turns: readonly Spoken[]): string {
  const rows = turns.map(
    ({ label, pieces }) =>
      `\\trowd\\cellx2000\\cellx9000\\pard\\intbl {\\b ${rtfText(label)}}\\cell ${pieces.map(rtfText).join("\\par ")}\\cell\\row\n`,
  )
  return rtf(`${rows.join("")}\\pard `)
}

/** A paragraph a piece; spaces and tabs as LibreOffice writes them. */
export function odt(turns: readonly Spoken[]): Uint8Array {
  const paragraph = (text: string) => `\n  <text:p text:style-name="P1">${odtText(text)}</text:p>`
  const said = turns.flatMap(({ label, pieces: [first, ...more] }) => [`${label}\u00a0: ${first}`, ...more])
  return odtFile(said.map(paragraph).join(""))
}

export function odtFile(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const styles =
    '<style:style style:name="T9"><style:text-properties text:display="none"/></style:style><style:style style:name="P2" style:parent-style-name="Title"/>'
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
  const parts = { "content.xml": content, "META-INF/manifest.xml": "<manifest:manifest/>", ...more }
  return zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  })
}

const odtText = (text: string) =>
  escaped(text)
    .replaceAll("&nbsp;", "\u00a0")
    .replace(/\(rires\)/g, "<text:span>(rires)</text:span>")

/** The Word document of a Teams meeting, as it was written until 2023: a line of times, a name, the words. */
export function teamsLines(turns: readonly Spoken[]): string[] {
  const clock = (ms: number) =>
    `${Math.floor(ms / 3_600_000)}:${Math.floor(ms / 60_000) % 60}:${Math.floor(ms / 1000) % 60}.${String(ms % 1000).padStart(3, "0")}`
  return turns.flatMap((turn) =>
    timedPieces(turn).map(
      ({ text, startMs, endMs }) => `${clock(startMs)} --> ${clock(endMs)}\n${turn.label}\n${text}`,
    ),
  )
}

/** A file of captions: voices in tags, as Teams writes them, or names before the words, as Zoom does. */
export function captions(turns: readonly Spoken[], { voices }: { readonly voices: boolean }): string {
  const clock = (ms: number) => new Date(ms).toISOString().slice(11, 23)
  const cues = turns.flatMap((turn) =>
    timedPieces(turn).map(({ text, startMs, endMs }) => {
      const words = escaped(text)
      const said = voices ? `<v ${turn.label}>${words}</v>` : `${turn.label}: ${words}`
      return `${clock(startMs)} --> ${clock(endMs)}\n${said}`
    }),
  )
  const numbered = cues.map((cue, index) =>
    voices ? `1f0c2d5e-77aa-4c11-9e0d-2b1f3a4c5d6e/${index}-0\n${cue}` : `${index + 1}\n${cue}`,
  )
  return ["WEBVTT", ...numbered].join("\n\n")
}

function rtf(body: string): string {
  const fonts = "{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}{\\f1\\fnil\\fcharset204 Arial Cyr;}}"
  return `{\\rtf1\\ansi\\ansicpg1252\\deff0${fonts}{\\colortbl;\\red0\\green0\\blue0;}\n\\viewkind4\\uc1${body}}\n\0`
}

/** Some characters as bytes of Windows-1252, the others by their number with a mark for programs that do not know it. */
function rtfText(text: string): string {
  return text
    .replace(/[\\{}]/g, "\\$&")
    .replaceAll("’", "\\'92")
    .replaceAll("\u00a0", "\\~")
    .replace(/[\u00a1-\u00ff]/g, (letter) => `\\'${letter.charCodeAt(0).toString(16)}`)
    .replace(/[\u0100-\uffff]/g, (unit) => `\\u${(unit.charCodeAt(0) << 16) >> 16}?`)
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\u00a0", "&nbsp;")
}

function page(head: string, body: string): string {
  return `<!DOCTYPE html>\n<html>\n<head>\n<meta charset="UTF-8" />\n${head}</head>\n<body>\n${body}\n</body>\n</html>\n`
}

/** The same interview as every program writes it. `hasAnEnd`: no part of the file can pass for the whole. */
export function writtenFiles(turns: readonly Spoken[]) {
  const file = (name: string, content: string | Uint8Array, hasAnEnd = true) => ({
    name,
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
    hasAnEnd,
  })
  return [
    file("whisperx.json", whisperX(turns)),
    file("whisper-cpp.json", whisperCpp(turns)),
    file("noscribe.html", noScribe(turns)),
    file("entretien.sonal", sonal(turns)),
    file("entretien.rtr", sonalText(turns)),
    file("entretien.otr", oTranscribe(turns)),
    file("f4.rtf", f4(turns)),
    file("tableau.rtf", rtfTable(turns)),
    file("entretien.odt", odt(turns), false),
    file("teams.docx", wordFile(teamsLines(turns).map((line) => [line])), false),
    file("teams.vtt", captions(turns, { voices: true }), false),
    file("zoom.vtt", captions(turns, { voices: false }), false),
  ]
}
