/** Updates that Yjs would take and that attack what is laid out in them, or what it costs to keep them. */
import * as Y from "yjs"
import { updateFrame } from "../../server/sync/frames"
import { type Attack, bend, concat, varUints } from "./attack"
import { type Random, seeded } from "./random"

const KEYS = ["__proto__", "constructor", "toString", "", "\u0000", "codings", "k".repeat(500), "é😀"]
const NAMES = [
  "codings",
  "suggestedCodes",
  "memos",
  "text",
  "head",
  "speakers",
  "admin",
  "__proto__",
  "flags",
]

const plain = (random: Random): unknown =>
  random.pick<unknown>([
    null,
    1e300,
    "<script>alert(1)</script>",
    { id: "x", code: { toString: 1 }, anchor: { start: {}, end: [], quote: 7 } },
    nested(random.below(60)),
    new Uint8Array(random.below(300)),
    { coder: "somebody else", createdAt: -1 },
  ])

/** What a hostile member may do with Yjs itself. */
const deeds: Readonly<Record<string, (doc: Y.Doc, random: Random) => void>> = {
  "foreign keys": (doc, random) => doc.getMap(random.pick(NAMES)).set(random.pick(KEYS), plain(random)),
  "wrong types": (doc, random) =>
    random.pick([
      () => doc.getText(random.pick(NAMES)).insert(0, "no map"),
      () => doc.getArray(random.pick(NAMES)).push([plain(random)]),
      () => doc.getXmlFragment(random.pick(NAMES)).push([new Y.XmlElement("script")]),
      () => doc.getText(random.pick(NAMES)).insertEmbed(0, new Y.Map()),
      () => doc.getMap(random.pick(NAMES)).set("k", new Y.Array()),
    ])(),
  "types in types": (doc, random) => {
    let map = doc.getMap(random.pick(NAMES))
    for (let depth = 0; depth < 50; depth++) map = map.set("in", new Y.Map()) as Y.Map<unknown>
  },
  "formats and embeds": (doc, random) => {
    const text = doc.getText("text")
    text.insert(0, "mots\ud800")
    text.format(0, 2, { [random.pick(KEYS)]: plain(random) })
    text.insertEmbed(1, { deep: nested(20) })
  },
  "writing and deleting": (doc, random) => {
    doc.getText("text").insert(0, "x".repeat(200))
    for (let at = 100; at > 0; at--) doc.getText("text").delete(at, 1)
    doc.getMap("codings").delete(random.pick(KEYS))
  },
}

/** Made once: the same few hundred updates from different clients, sent again and again and bent. */
const made = Object.entries(deeds).map(([name, deed]) => {
  const random = seeded(name.length)
  return [name, Array.from({ length: 60 }, () => updateOf((doc) => deed(doc, random), random))] as const
})

export const forged: readonly Attack[] = [
  ...made.map(([name, updates]): Attack => {
    return { name, together: 30, frame: (random) => updateFrame(random.pick(updates)) }
  }),
  {
    name: "bent updates",
    together: 1,
    frame: (random) => updateFrame(bend(random.pick(random.pick(made)[1]), random)),
  },
  {
    name: "deletions of 11 bytes",
    together: 50,
    frame: (random) =>
      updateFrame(deletion(random.below(2 ** 31), random.below(2 ** 20), 1 + random.below(2 ** 30))),
  },
  { name: "updates with gaps", together: 50, frame: (random) => updateFrame(gap(random)) },
  { name: "updates that wait for others", together: 50, frame: (random) => updateFrame(waiting(random)) },
  {
    name: "structs announced",
    together: 1,
    frame: (random) => updateFrame(varUints(1, 2 ** (10 + random.below(40)), random.below(2 ** 31), 0)),
  },
  {
    name: "many clients in one update",
    together: 2,
    frame: (random) => updateFrame(manyClients(2_000, random)),
  },
  {
    name: "many deletions in one update",
    together: 2,
    frame: (random) => {
      const stretches = Array.from({ length: 5_000 }, (_, at) => [at * 3, 1])
      return updateFrame(varUints(0, 1, random.below(2 ** 31), stretches.length, ...stretches.flat()))
    },
  },
  {
    name: "two authors at one place",
    together: 1,
    room: "layer/poisoned",
    frame: (random) => updateFrame(twoAtOnePlace(1 + random.below(2 ** 30), 2_000)),
  },
  { name: "too deep", together: 1, frame: () => updateFrame(tooDeep) },
]

const tooDeep = updateOf((doc) => doc.getMap("codings").set("deep", nested(2_000)), seeded(1))

function updateOf(act: (doc: Y.Doc) => void, random: Random): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = random.below(2 ** 31)
  doc.transact(() => act(doc))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

function nested(depth: number): unknown {
  let value: unknown = []
  for (let at = 0; at < depth; at++) value = [value]
  return value
}

export const deletion = (client: number, clock: number, length: number): Uint8Array =>
  varUints(0, 1, client, 1, clock, length)

const TEXT_IN_ROOT = concat(
  Uint8Array.of(4),
  varUints(1, 4),
  Buffer.from("text"),
  varUints(1),
  Buffer.from("x"),
)

function gap(random: Random): Uint8Array {
  const clock = 1 + random.below(2 ** 30)
  return concat(varUints(1, 1, random.below(2 ** 31), clock), TEXT_IN_ROOT, varUints(0))
}

/** One character to the right of one that nobody has written. */
function waiting(random: Random): Uint8Array {
  const origin = varUints(random.below(2 ** 31), random.below(2 ** 20))
  const item = concat(Uint8Array.of(0x84), origin, varUints(1), Buffer.from("x"))
  return concat(varUints(1, 1, random.below(2 ** 31), 0), item, varUints(0))
}

function manyClients(count: number, random: Random): Uint8Array {
  const first = random.below(2 ** 30)
  const block = (at: number) => concat(varUints(1, first + at, 0), TEXT_IN_ROOT)
  return concat(varUints(count), ...Array.from({ length: count }, (_, at) => block(at)), varUints(0))
}

/**
 * Two authors who each write so many characters at the very beginning of one text, the second after the first has
 * finished: each of the second's is carried past all of the first's.
 */
export function twoAtOnePlace(first: number, characters: number): Uint8Array {
  const all = Buffer.concat(Array.from({ length: characters }, () => TEXT_IN_ROOT))
  const afterTheFirst = concat(Uint8Array.of(0x84), varUints(first, characters - 1, 1), Buffer.from("x"))
  const second = concat(varUints(characters + 1, first + 1, 0), afterTheFirst, all)
  return concat(varUints(2), second, varUints(characters, first, 0), all, varUints(0))
}
