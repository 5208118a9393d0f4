/** Holds a sync server under siege: hostile messages and broken lines by several attackers at once. */
import { WebSocket } from "ws"
import { WebsocketProvider } from "y-websocket"
import * as Y from "yjs"
import type { Attack } from "./attack"
import { breaches, sendWhole } from "./broken"
import { forged } from "./forged"
import { noise } from "./noise"
import { type Random, seeded } from "./random"
import { openWire, type Wire } from "./wire"

export interface Siege {
  readonly port: number
  readonly messages: number
  readonly seed: number
  /** Whole messages of 101 MB among them. */
  readonly floods: number
}

export interface SiegeReport {
  readonly sent: number
  readonly lines: number
  readonly refused: number
  /** Of each way of attacking, how many messages; and how many lines ended with which code. */
  readonly byAttack: Readonly<Record<string, number>>
  readonly byCode: Readonly<Record<string, number>>
}

const ATTACKERS = 12
const attacks: readonly Attack[] = [...noise, ...forged]
export const rooms: readonly string[] = [
  ...["layer", "notes"].flatMap((kind) => Array.from({ length: 6 }, (_, at) => `${kind}/attacked-${at}`)),
  "review/attacked",
]

export async function lay(siege: Siege): Promise<SiegeReport> {
  const tally = { sent: 0, lines: 0, refused: 0, byAttack: {}, byCode: {} } as {
    -readonly [key in keyof SiegeReport]: SiegeReport[key]
  } & { byAttack: Record<string, number>; byCode: Record<string, number> }
  const count = (of: Record<string, number>, name: string, by = 1) => {
    of[name] = (of[name] ?? 0) + by
  }

  const attack = async (attacker: number) => {
    const random = seeded(siege.seed * 1000 + attacker)
    for (let turn = 0; tally.sent < siege.messages; turn++) {
      const chosen = random.pick(attacks)
      const seat = seatOf(siege.port, attacker, random)
      const wire = await openWire({ ...seat, room: chosen.room ?? seat.room }).catch(() => null)
      if (!wire) {
        tally.refused++
        await new Promise((resolve) => setTimeout(resolve, 20))
        continue
      }
      tally.lines++
      if (attacker === 0 && turn < siege.floods) {
        await sendWhole(wire, 101 * 1024 * 1024)
        count(tally.byAttack, "101 MB")
      } else if (turn % 4 === 0) {
        const breach = random.pick(breaches)
        await breach.commit(wire, random)
        count(tally.byAttack, breach.name)
      } else await sendSome(chosen, wire, random)
      count(tally.byCode, String(await wire.leave()))
    }
  }

  const sendSome = async (chosen: Attack, wire: Wire, random: Random) => {
    for (let left = chosen.together; left > 0 && wire.isOpen(); left--) {
      wire.send(chosen.frame(random))
      count(tally.byAttack, chosen.name)
      tally.sent++
    }
  }

  await Promise.all(Array.from({ length: ATTACKERS }, (_, attacker) => attack(attacker)))
  return tally
}

function seatOf(port: number, attacker: number, random: Random) {
  const from = `127.0.0.${2 + attacker}`
  return { port, room: random.pick(rooms), member: `mallory-${attacker}-${random.below(2)}`, from }
}

/** How long a newcomer takes to open each room that was attacked, in ms; Infinity where it cannot. */
export async function openAll(port: number): Promise<Readonly<Record<string, number>>> {
  const took: Record<string, number> = {}
  for (const room of rooms) took[room] = await open(port, room)
  return took
}

async function open(port: number, room: string): Promise<number> {
  class SignedIn extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols, { headers: { authorization: "Bearer honest" } })
    }
  }
  const started = performance.now()
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/collab`, room, doc, {
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  const synced = new Promise<number>((resolve) => {
    provider.once("sync", () => resolve(performance.now() - started))
    setTimeout(() => resolve(Number.POSITIVE_INFINITY), 30_000).unref()
  })
  const took = await synced
  provider.destroy()
  doc.destroy()
  return took
}
