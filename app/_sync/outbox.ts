import { type Device, type Key, type NotKept, whyNotKept } from "../_device/device"
import { ask, isNoAnswer, Problem } from "./api"

/** A command that has consequences for others, kept on this device until the server has answered it. */
export interface Command {
  readonly key: string
  readonly method: "POST" | "DELETE"
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  readonly madeAt: string
}

export interface RefusedCommand extends Command {
  readonly code: string
  readonly detail: Readonly<Record<string, unknown>>
}

export interface Outbox {
  readonly waiting: readonly Command[]
  readonly refused: readonly RefusedCommand[]
  /** Why commands are in this window alone, for as long as some are. */
  readonly notKept: NotKept | null
}

/** What stands on the shelf `commands`: a command is its own record, so tabs keep theirs side by side. */
interface Entry {
  readonly command: Command
  readonly refusal?: { readonly code: string; readonly detail: RefusedCommand["detail"] }
}

/** A command and where it stands on the device; one without a key is in this window alone. */
interface Held extends Entry {
  readonly at: Key | null
}

interface Needs {
  readonly device: Device
  /** Hears each answer; undefined where another tab received it. */
  readonly sent: (command: Command, answer: unknown) => void
  /** Tells the other tabs to look again. */
  readonly ring?: () => void
  readonly send?: typeof ask
}

/**
 * Sends commands one after the other, in the order they were made, and keeps what has not been answered, also over a
 * closed window; of several tabs one sends at a time. A refused command is set aside with its reason; what follows it
 * for the same passage is set aside too, since it was meant to come after.
 */
export function createOutbox({ device, sent, ring = () => {}, send = ask }: Needs) {
  const listeners = new Set<() => void>()
  let held: readonly Held[] = []
  let notKept: NotKept | null = null
  let shown = show()
  let adding: Promise<unknown> = Promise.resolve()
  let isSending = false

  function show(): Outbox {
    return {
      waiting: held.filter(({ refusal }) => !refusal).map(({ command }) => command),
      refused: held.flatMap(({ command, refusal }) => (refusal ? [{ ...command, ...refusal }] : [])),
      notKept: held.some(({ at }) => at === null) ? notKept : null,
    }
  }
  function hold(next: readonly Held[]): void {
    held = next
    shown = show()
    for (const listener of listeners) listener()
  }

  /** Reads what stands on the device, where other tabs put and remove theirs. */
  async function readAgain(): Promise<void> {
    await adding
    const kept = (await device.all<Entry>("commands")).map(({ key, value }) => ({ ...value, at: key }))
    const gone = held.filter(
      ({ at, refusal }) => at !== null && !refusal && !kept.some((each) => each.at === at),
    )
    hold([...kept, ...held.filter(({ at }) => at === null)])
    for (const { command } of gone) sent(command, undefined)
  }

  async function keep(command: Command): Promise<void> {
    try {
      if (device.lasts) {
        const at = await device.add("commands", { command } satisfies Entry)
        hold(held.map((each) => (each.command === command ? { ...each, at } : each)))
        return ring()
      }
      notKept = "no-storage"
    } catch (error) {
      notKept = whyNotKept(error)
    }
    hold([...held])
  }

  async function remove(gone: readonly Held[]): Promise<void> {
    hold(held.filter((each) => !gone.some(({ command }) => command.key === each.command.key)))
    await device.remove(
      "commands",
      gone.flatMap(({ at }) => at ?? []),
    )
    ring()
  }

  /** False when it could not be answered now: all that follows waits with it. */
  async function attempt(next: Held): Promise<boolean> {
    const { command } = next
    try {
      const answer = await send(command.method, command.path, command.body, { as: device.member })
      await remove([next])
      sent(command, answer)
      return true
    } catch (error) {
      if (!(error instanceof Problem) || isNoAnswer(error)) return false
      if (alreadyDone(command, error)) {
        await remove([next])
        sent(command, error.detail)
      } else await setAside(command, error)
      return true
    }
  }

  async function setAside(command: Command, { code, detail }: Problem): Promise<void> {
    const isAfter = ({ command: each, refusal }: Held) =>
      !refusal && each.path === command.path && each.body.passage === command.body.passage
    const aside = held.filter(isAfter).map((each) => ({ ...each, refusal: { code, detail } }))
    hold(held.map((each) => aside.find(({ command }) => command.key === each.command.key) ?? each))
    for (const { at, command, refusal } of aside) {
      if (at !== null) await device.put("commands", at, { command, refusal } satisfies Entry)
    }
    ring()
  }

  async function sendAll(): Promise<void> {
    await readAgain()
    for (;;) {
      // Sent before it is kept, it would be answered, kept then, and sent again by a later window.
      await adding
      const next = held.find(({ refusal }) => !refusal)
      if (!next || !(await attempt(next))) return
    }
  }

  async function flush(): Promise<void> {
    if (isSending) return
    isSending = true
    try {
      await alone(`binome:${device.member}:sending`, sendAll)
    } catch {
      // The device was wiped or closed: what stood there is no longer ours to send.
    } finally {
      isSending = false
    }
  }

  return {
    add(command: Command): void {
      hold([...held, { command, at: null }])
      adding = adding.then(() => keep(command))
      void adding.then(flush)
    },
    flush,
    readAgain: () => readAgain().catch(() => {}),
    forgetRefused: (key: string) => remove(held.filter(({ command }) => command.key === key)).catch(() => {}),
    read: (): Outbox => shown,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Runs unless another tab is at it already. Without locks every tab sends, and the server knows the repeated ones. */
async function alone(name: string, run: () => Promise<void>): Promise<void> {
  if (typeof navigator === "undefined" || !navigator.locks) return run()
  await navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? run() : undefined))
}

/** Taking back has no key: if its answer was lost on the way, asking again meets what it did itself. */
function alreadyDone(command: Command, problem: Problem): boolean {
  const expected = command.body.expectedRevision
  return (
    command.method === "DELETE" &&
    problem.code === "not-handed-in" &&
    typeof expected === "number" &&
    problem.detail.revision === expected + 1
  )
}
