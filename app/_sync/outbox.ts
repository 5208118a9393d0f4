import { ask, Problem } from "./api"

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
}

type Kept = { waiting: Command[]; refused: RefusedCommand[] }

/**
 * Sends commands one after the other, in the order they were made, and keeps what has not been answered, also over a
 * closed tab. A refused command is set aside with its reason; what follows it for the same path is set aside too,
 * since it was meant to come after. `sent` hears each answer.
 */
export function createOutbox(
  member: string,
  storage: Pick<Storage, "getItem" | "setItem">,
  sent: (command: Command, answer: unknown) => void,
  send: typeof ask = ask,
) {
  const place = `binome:outbox:${member}`
  const listeners = new Set<() => void>()
  let kept = read(storage, place)
  let sending = false

  const show = (next: Kept) => {
    kept = next
    for (const listener of listeners) listener()
  }
  // Another tab keeps its commands in the same place: a change is made to what stands there, never to one's own copy.
  const keep = (change: (kept: Kept) => Kept) => {
    const next = change(read(storage, place))
    storage.setItem(place, JSON.stringify(next))
    show(next)
  }
  const done = (command: Command) =>
    keep((kept) => ({ ...kept, waiting: kept.waiting.filter((each) => each.key !== command.key) }))

  async function flush(): Promise<void> {
    if (sending) return
    sending = true
    try {
      for (let next = kept.waiting[0]; next; next = kept.waiting[0]) {
        const command = next
        try {
          const answer = await send(command.method, command.path, command.body)
          done(command)
          sent(command, answer)
        } catch (error) {
          if (
            !(error instanceof Problem) ||
            error.status === 0 ||
            error.status >= 500 ||
            error.status === 401
          )
            return
          if (alreadyDone(command, error)) {
            done(command)
            sent(command, error.detail)
          } else setAside(command, error)
        }
      }
    } finally {
      sending = false
    }
  }

  function setAside(command: Command, problem: Problem): void {
    const { code, detail } = problem
    const isAfter = (each: Command) => each.path === command.path && passageOf(each) === passageOf(command)
    keep(({ waiting, refused }) => ({
      waiting: waiting.filter((each) => !isAfter(each)),
      refused: [...refused, ...waiting.filter(isAfter).map((each) => ({ ...each, code, detail }))],
    }))
  }

  return {
    add(command: Command): void {
      keep((kept) => ({ ...kept, waiting: [...kept.waiting, command] }))
      void flush()
    },
    flush,
    forgetRefused: (key: string) =>
      keep((kept) => ({ ...kept, refused: kept.refused.filter((each) => each.key !== key) })),
    read: (): Outbox => kept,
    /** Another tab has changed what is kept on this device. */
    readAgain: () => show(read(storage, place)),
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
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

function passageOf(command: Command): unknown {
  return command.body.passage
}

function read(storage: Pick<Storage, "getItem">, place: string): Kept {
  try {
    const { waiting, refused } = JSON.parse(storage.getItem(place) ?? "{}") as Partial<Kept>
    return { waiting: waiting ?? [], refused: refused ?? [] }
  } catch {
    return { waiting: [], refused: [] }
  }
}
