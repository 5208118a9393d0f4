/** The names HTML gives to characters of Western European text; others are left as they are written. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ...spelled(
    "amp & lt < gt > quot \" apos ' lrm \u200e rlm \u200f OElig Œ oelig œ Yuml Ÿ Scaron Š scaron š fnof ƒ",
  ),
  ...spelled("ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ lsaquo ‹ rsaquo › hellip …"),
  ...spelled("bull • euro € trade ™ larr ← rarr → shy \u00ad ensp \u2002 emsp \u2003 thinsp \u2009"),
  ["nbsp", "\u00a0"],
  // U+00A1 to U+00FF, in their order.
  ...[
    "iexcl cent pound curren yen brvbar sect uml copy ordf laquo not - reg macr deg plusmn sup2 sup3 acute micro para",
    "middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil",
    "Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash",
    "Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute",
    "ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute",
    "ucirc uuml yacute thorn yuml",
  ]
    .join(" ")
    .split(" ")
    .map((name, index): [string, string] => [name, String.fromCharCode(0xa1 + index)]),
])

/** The text with its entities read. A line break written as one is a space; an unknown name stays as written. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,7}));/gi,
    (whole, decimal, hex, name) => {
      if (name) return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? whole
      const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      if (point === 10 || point === 13) return " "
      const surrogate = point >= 0xd800 && point <= 0xdfff
      return point > 0 && point <= 0x10ffff && !surrogate ? String.fromCodePoint(point) : whole
    },
  )
}

function spelled(pairs: string): [string, string][] {
  const parts = pairs.split(/ /)
  return parts.flatMap((name, index) =>
    index % 2 === 0 ? [[name, parts[index + 1]!] as [string, string]] : [],
  )
}
