import { windows1252 } from "./decodeText"

/** The code page of the charset a font of an RTF document is for; null where it says nothing of its own. */
export function codePageOfCharset(charset: number): number | null {
  return CHARSETS.get(charset) ?? null
}

/** Bytes, written as the characters of the same numbers, in a Windows, Mac or DOS code page. */
export function decodeCodePage(latin1: string, codePage: number): string {
  if (!/[\u0080-\u00ff]/.test(latin1)) return latin1
  const dos = codePage === 850 || codePage === 437 ? DOS : null
  if (dos) return latin1.replace(/[\u0080-\u00ff]/g, (byte) => dos.charAt(byte.charCodeAt(0) - 0x80))
  const bytes = Buffer.from(latin1, "latin1")
  const label = LABELS.get(codePage) ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : null)
  return label === null || codePage === 1252 ? windows1252(bytes) : new TextDecoder(label).decode(bytes)
}

const CHARSETS: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
  [255, 850],
])

const LABELS: ReadonlyMap<number, string> = new Map([
  [874, "windows-874"],
  [932, "shift_jis"],
  [936, "gbk"],
  [949, "euc-kr"],
  [950, "big5"],
  [10000, "macintosh"],
  [65001, "utf-8"],
])

/** 80 to ff in code page 850, the DOS of Western Europe; what 437 draws otherwise is no letter of French. */
const DOS =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
  "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0"
