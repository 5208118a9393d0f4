"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import {
  type Problem as CellProblem,
  type Change,
  changed,
  type Edit,
} from "../../../../core/participants/edits"
import type { Sample, Variable } from "../../../../core/participants/model"
import { useDevice } from "../../../_device/DeviceOf"
import { ask, isNoAnswer, Problem } from "../../../_sync/api"
import { newId } from "../../../_sync/newId"
import { useOutgoing } from "../../../_sync/Outgoing"
import { createPatience, type Patience } from "./patience"

const ROUND_MS = 30_000

interface Answer {
  readonly before: readonly Edit[]
  readonly made: Readonly<Record<string, string>>
  readonly variables: Readonly<Record<string, string>>
}

/** What one did oneself, and can take back. */
interface Done {
  readonly before: readonly Edit[]
  readonly made: readonly string[]
  readonly variables: readonly string[]
}

export interface Table {
  readonly sample: Sample
  /** Shown at once, then sent; answers what is wrong with it where nothing was changed. */
  readonly change: (change: Change) => readonly CellProblem[]
  /** The same, once the server has answered. */
  readonly changeNow: (change: Change) => Promise<void>
  readonly undo: (() => void) | null
  readonly changeVariable: (variable: string, said: object) => Promise<void>
  readonly removeVariable: (variable: string, losing: number) => Promise<void>
  readonly remove: (participants: readonly string[]) => Promise<void>
  readonly isSaving: boolean
  /** Why what was changed here is still in this window alone; null while the server answers. */
  readonly waitsFor: Patience["waitsFor"]
}

/**
 * The table of a project's participants, as it was last heard of and with what is on its way: one change after the
 * other. What is typed waits for the server as long as this window is there, on whatever page. `failed` is told of what
 * the server refused, and of what that was.
 */
export function useTable(
  project: string,
  first: Sample,
  failed: (error: unknown, said?: Change) => void,
): Table {
  const path = `/api/projects/${project}/participants`
  const [sample, setSample] = useState(first)
  const done = useRef<readonly Done[]>([])
  const [depth, setDepth] = useState(0)
  const [waiting, setWaiting] = useState(0)
  const [waitsFor, setWaitsFor] = useState<Patience["waitsFor"]>(null)
  const [patience] = useState(() => createPatience(setWaitsFor))
  const member = useDevice()?.member
  const outgoing = useOutgoing()
  const [own] = useState<{ tell: ((isAlone: boolean) => void) | null }>({ tell: null })
  own.tell ??= outgoing?.hearAlone() ?? null
  const latest = useRef(first)
  /** As the server has said it last: what it does not take is not shown as if it had. */
  const heard = useRef(first)
  const count = useRef(0)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  /** The ids of who is new, by the names they were shown under before. */
  const ids = useRef(new Map<string, string>())

  const keepDone = useCallback((all: readonly Done[]) => {
    done.current = all
    setDepth(all.length)
  }, [])
  const show = useCallback((next: Sample) => {
    latest.current = next
    setSample(next)
  }, [])
  const look = useCallback(async () => {
    heard.current = await ask<Sample>("GET", path)
    if (count.current === 0) show(heard.current)
  }, [path, show])

  const ofVariable = useCallback(
    (variable: string) => `${path}/variables/${encodeURIComponent(variable)}`,
    [path],
  )

  /** Does one thing after all that came before it, and then asks how everything stands. */
  const inTurn = useCallback(
    <T>(act: () => Promise<T>): Promise<T> => {
      count.current++
      setWaiting(count.current)
      own.tell?.(true)
      const acted = queue.current.then(act)
      queue.current = acted
        .catch(() => {})
        .then(async () => {
          count.current--
          setWaiting(count.current)
          if (count.current > 0) return
          own.tell?.(false)
          await look()
        })
        .catch(() => {})
      return acted
    },
    [look, own],
  )

  /** The same for what somebody waits for at a dialog: told at once that it cannot be while what came before it cannot. */
  const atOnce = useCallback(
    <T>(act: () => Promise<T>): Promise<T> =>
      patience.waitsFor === null ? inTurn(act) : Promise.reject(new Problem("offline", 0, {})),
    [inTurn, patience],
  )

  const send = useCallback(
    async ({ variables = [], added = [], edits }: Change, isPatient: boolean): Promise<Answer> => {
      const known = (id: string) => ids.current.get(id) ?? id
      const body = {
        idempotencyKey: newId(),
        variables,
        added,
        edits: edits.map((edit) => ({ ...edit, participant: known(edit.participant) })),
      }
      const as = member === undefined ? {} : { as: member }
      const asked = () => ask<Answer>("POST", path, body, as)
      const answer = await (isPatient ? patience.untilAnswered(asked) : patience.aWhile(asked))
      for (const [name, id] of Object.entries(answer.made)) ids.current.set(name, id)
      const { before, made, variables: own } = answer
      keepDone([...done.current, { before, made: Object.values(made), variables: Object.values(own) }])
      return answer
    },
    [path, keepDone, member, patience],
  )

  const change = useCallback(
    (said: Change) => {
      const outcome = changed(latest.current, said, today())
      if ("problems" in outcome) return outcome.problems
      show(outcome.sample)
      inTurn(() => send(said, true)).catch((error) => {
        show(heard.current)
        failed(error, said)
      })
      return []
    },
    [inTurn, send, show, failed],
  )

  /** What is on its way is done before it is taken back. */
  const undo = useCallback(() => {
    inTurn(async () => {
      const last = done.current.at(-1)
      if (!last) return
      const { made, before, variables } = last
      const body = { idempotencyKey: newId(), edits: before }
      try {
        if (made.length > 0) await ask("DELETE", path, { participants: made })
        if (before.length > 0) await patience.untilAnswered(() => ask("POST", path, body))
        for (const variable of variables) await removeUnused(ofVariable(variable))
      } catch (error) {
        // It can be taken back once there is a line again.
        if (error instanceof Problem && isNoAnswer(error)) throw error
        keepDone(done.current.slice(0, -1))
        throw error
      }
      keepDone(done.current.slice(0, -1))
    }).catch((error) => failed(error))
  }, [inTurn, path, ofVariable, failed, keepDone, patience])

  // Who leaves the page for a while finds it as it stands.
  useEffect(() => {
    const again = () => document.visibilityState === "visible" && void look().catch(() => {})
    document.addEventListener("visibilitychange", again)
    const round = setInterval(again, ROUND_MS)
    return () => {
      document.removeEventListener("visibilitychange", again)
      clearInterval(round)
    }
  }, [look])

  return {
    sample,
    change,
    changeNow: async (said) => void (await atOnce(() => send(said, false))),
    undo: depth > 0 || waiting > 0 ? undo : null,
    changeVariable: (variable, said) => atOnce(() => ask("PATCH", ofVariable(variable), said)),
    removeVariable: (variable, losing) => atOnce(() => ask("DELETE", ofVariable(variable), { losing })),
    remove: async (participants) => {
      await atOnce(() => ask("DELETE", path, { participants }))
      // What was done to those who are gone cannot be taken back.
      keepDone([])
    },
    isSaving: waiting > 0,
    waitsFor,
  }
}

/** One that was made by what is taken back goes with it, unless somebody has given it a value since. */
async function removeUnused(variable: string): Promise<void> {
  try {
    await ask("DELETE", variable, { losing: 0 })
  } catch (error) {
    if (!(error instanceof Problem && ["values-lost", "not-found"].includes(error.code))) throw error
  }
}

/** The day here. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** One that is made anew, at the end. */
export function newVariable(said: Omit<Variable, "id" | "order">): Variable {
  return { ...said, id: newId(), order: 0 }
}
