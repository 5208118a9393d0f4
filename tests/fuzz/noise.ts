/** Messages that are none, or of no use: what a broken client or an idle attacker sends. */
import { answerFrame, awarenessFrame, updateFrame, vectorFrame } from "../../server/sync/frames"
import { type Attack, concat, varUints } from "./attack"
import type { Random } from "./random"

const size = (random: Random) => random.below(random.below(20) === 0 ? 4096 : 64)
const clientId = (random: Random) => random.below(2 ** 31)

export const noise: readonly Attack[] = [
  { name: "random bytes", together: 1, frame: (random) => random.bytes(size(random)) },
  {
    name: "random payload",
    together: 1,
    frame: (random) => {
      const wrap = random.pick([updateFrame, answerFrame, vectorFrame, awarenessFrame])
      return wrap(random.bytes(size(random)))
    },
  },
  {
    name: "truncated varint",
    together: 1,
    frame: (random) => concat(varUints(...random.pick([[], [0], [0, 2], [1]])), full(random)),
  },
  {
    name: "huge length",
    together: 1,
    frame: (random) =>
      concat(
        varUints(...random.pick([[0, 0], [0, 1], [0, 2], [1]])),
        varUints(2 ** (20 + random.below(32))),
        random.bytes(8),
      ),
  },
  {
    name: "unknown type",
    together: 50,
    frame: (random) => concat(varUints(2 + 2 * random.below(2 ** 20)), random.bytes(size(random))),
  },
  {
    name: "unknown sync step",
    together: 1,
    frame: (random) => concat(varUints(0, 3 + random.below(1000), 0)),
  },
  { name: "asks who is there", together: 50, frame: () => varUints(3) },
  {
    name: "state vectors",
    together: 20,
    frame: (random) => {
      const count = random.below(30)
      const clocks = Array.from({ length: count }, () => [clientId(random), random.below(2 ** 30)])
      return vectorFrame(varUints(count, ...clocks.flat()))
    },
  },
  {
    name: "a state vector of 100,000 clients announced",
    together: 1,
    frame: (random) => vectorFrame(concat(varUints(100_000), random.bytes(40))),
  },
  {
    name: "presence of many",
    together: 50,
    frame: (random) => awarenessFrame(presence(1 + random.below(150), random, random.pick(STATES))),
  },
  {
    name: "presence that is no JSON",
    together: 1,
    frame: (random) => awarenessFrame(presence(1, random, random.pick(["{", "[[[[", "\u0000", "{}x"]))),
  },
  {
    name: "presence far too big",
    together: 3,
    frame: (random) => awarenessFrame(presence(1, random, `{"user":"${"x".repeat(200_000)}"}`)),
  },
  {
    name: "presence of 100,000 clients",
    together: 1,
    frame: (random) => awarenessFrame(presence(100_000, random, "null")),
  },
]

const STATES = [
  "{}",
  "null",
  "[]",
  "7",
  '{"__proto__":{"user":1}}',
  '{"user":{"name":"<img src=x onerror=alert(1)>"},"cursor":1e999}',
  `{"user":${"[".repeat(500)}${"]".repeat(500)}}`,
]

function full(random: Random): Uint8Array {
  return new Uint8Array(1 + random.below(40)).fill(0x80 + random.below(127))
}

function presence(count: number, random: Random, state: string): Uint8Array {
  const json = Buffer.from(state)
  const entry = () => concat(varUints(clientId(random), random.below(1000), json.length), json)
  return concat(varUints(count), ...Array.from({ length: count }, entry))
}
