import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, expect, it } from "vitest"

const place = fs.mkdtempSync(path.join(os.tmpdir(), "binome-first-"))
afterAll(() => fs.rmSync(place, { recursive: true, force: true }))

/** A first start: makes the database, brings it to the schema, says "ready". Killed after `ms`, if it takes so long. */
function firstStart(folder: string, ms: number | null): Promise<"ready" | "killed" | string> {
  const script = fileURLToPath(new URL("./first.ts", import.meta.url))
  const child = spawn(process.execPath, ["--import", "tsx", script, folder], {
    stdio: ["ignore", "pipe", "pipe"],
  })
  let said = ""
  let complained = ""
  child.stdout.on("data", (bytes) => {
    said += bytes
    if (said.startsWith("making") && ms !== null) setTimeout(() => child.kill("SIGKILL"), ms)
  })
  child.stderr.on("data", (bytes) => {
    complained += bytes
  })
  return new Promise((resolve) =>
    child.on("exit", (_, signal) =>
      resolve(said.includes("ready") ? "ready" : signal === "SIGKILL" ? "killed" : complained),
    ),
  )
}

it("[S10] a first start that is killed, at whatever moment, does not keep the next from making its database", async () => {
  const outcomes: string[] = []
  for (const ms of [0, 700, 1_500, 2_500]) outcomes.push(await firstStart(place, ms))
  expect(outcomes.filter((each) => each === "killed").length).toBeGreaterThan(1)
  expect(outcomes.filter((each) => each !== "killed" && each !== "ready")).toEqual([])
  expect(await firstStart(place, null)).toBe("ready")
  expect(fs.readdirSync(place)).toEqual(["database"])
}, 240_000)
