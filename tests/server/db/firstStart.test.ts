import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, expect, it } from "vitest"
import { shortLife } from "../../support/shortLife"

const place = fs.mkdtempSync(path.join(os.tmpdir(), "binome-first-"))
afterAll(() => fs.rmSync(place, { recursive: true, force: true }))

type Outcome = "ready" | "killed" | string

/** A first start: makes the database, brings it to the schema, says "ready". Killed when the moment has come. */
function firstStart(folder: string, hasCome: () => boolean): Promise<Outcome> {
  const script = fileURLToPath(new URL("./first.ts", import.meta.url))
  const child = spawn(process.execPath, [...shortLife, "--import", "tsx", script, folder], {
    stdio: ["ignore", "pipe", "pipe"],
  })
  let said = ""
  let complained = ""
  const watch = setInterval(() => {
    if (said.startsWith("making") && hasCome()) child.kill("SIGKILL")
  }, 5)
  child.stdout.on("data", (bytes) => {
    said += bytes
  })
  child.stderr.on("data", (bytes) => {
    complained += bytes
  })
  return new Promise((resolve) =>
    child.on("exit", (_, signal) => {
      clearInterval(watch)
      resolve(said.includes("ready") ? "ready" : signal === "SIGKILL" ? "killed" : complained)
    }),
  )
}

it("[S10] a first start that is killed, at whatever moment, does not keep the next from making its database", async () => {
  const outcomes: Outcome[] = []
  const killed = () => outcomes.filter((outcome) => outcome === "killed").length
  // A start that comes to its end before its moment is seen was no trial: then once more, from nothing.
  for (let round = 0; round < 5 && killed() < 3; round++) {
    const folder = path.join(place, `${round}`)
    const has = (name: string) => () => fs.existsSync(path.join(folder, name))
    const moments = [() => true, has("database.unfinished/PG_VERSION"), has("database")]
    for (const moment of moments) outcomes.push(await firstStart(folder, moment))
    expect(await firstStart(folder, () => false)).toBe("ready")
    expect(fs.readdirSync(folder)).toEqual(["database"])
  }
  expect(killed()).toBeGreaterThan(2)
  expect(outcomes.filter((outcome) => outcome !== "killed" && outcome !== "ready")).toEqual([])
}, 240_000)
