import { type ChildProcess, spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { shortLife } from "./shortLife"

const root = join(import.meta.dirname, "../..")

export interface TestServer {
  readonly origin: string
  /** The path of the link that creates the first account; null when there is an account. */
  readonly firstAccount: string | null
  readonly output: () => string
  /** Ends the process; resolves with its exit code, null where a signal ended it. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>
  /** From now on nobody reads what it prints, as when its terminal was closed. */
  readonly stopReading: () => void
  /** How long it has had a processor, in ms. */
  readonly worked: () => number
  /** Resolves when it has ended, by whatever hand. */
  readonly ended: Promise<number | null>
}

/** Starts the real process on a free port and waits until it listens; builds the pages first where that is due. */
export async function startServer(options: {
  readonly dataDir: string
  readonly env?: Record<string, string>
  readonly args?: readonly string[]
  /** A command that it is started by, with its arguments. */
  readonly under?: readonly string[]
  /** What node itself is told; `[]` for who measures. */
  readonly node?: readonly string[]
}): Promise<TestServer> {
  await built()
  const env = {
    ...process.env,
    NODE_ENV: "production",
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: options.dataDir,
    BINOME_TEST: "1",
    LOG_LEVEL: "warn",
    ...options.env,
  }
  const node = [process.execPath, ...(options.node ?? shortLife), "dist/main.mjs", ...(options.args ?? [])]
  const [command, ...args] = [...(options.under ?? []), ...node]
  const child = spawn(command!, args, { cwd: root, env: env as NodeJS.ProcessEnv })
  let output = ""
  child.stdout.on("data", (chunk) => {
    output += chunk
  })
  child.stderr.on("data", (chunk) => {
    output += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve))
  const shown = await listening(child, () => output)
  // Behind a public address it says that one, and is spoken with at its port.
  const origin = options.env?.PUBLIC_URL ? `http://127.0.0.1:${env.PORT}` : shown
  return {
    origin,
    firstAccount: /(\/first-account\/\S+)/.exec(output)?.[1] ?? null,
    output: () => output,
    ended,
    stopReading: () => {
      child.stdout.destroy()
      child.stderr.destroy()
    },
    worked: () => {
      const [, after] = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")
      const [user, system] = after!.split(" ").slice(11, 13).map(Number)
      return (user! + system!) * 10
    },
    end: (signal = "SIGTERM") => {
      child.kill(signal)
      return ended
    },
  }
}

let building: Promise<void> | null = null

/** Builds what is due: the server alone where the pages were built just before, as by `npm test`. */
function built(): Promise<void> {
  building ??= new Promise((resolve, reject) => {
    const script = process.env.BINOME_BUILT === "1" ? ["bundle.mjs"] : ["start.mjs", "--build-only"]
    const child = spawn(process.execPath, script, { cwd: join(root, "scripts"), stdio: "inherit" })
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error("Binôme could not be built"))))
  })
  return building
}

const PATIENCE_MS = 120_000

function listening(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL")
      reject(new Error(`not listening after ${PATIENCE_MS} ms:\n${output()}`))
    }, PATIENCE_MS)
    const look = () => {
      // The line after it may hold the first link, so the line has to be whole.
      const found = /Binôme: (https?:\S+)\n/.exec(output())?.[1]
      if (!found) return
      clearTimeout(timer)
      setTimeout(() => resolve(found), 50)
    }
    child.stdout?.on("data", look)
    child.on("exit", (code) => reject(new Error(`ended before it listened, with ${code}:\n${output()}`)))
  })
}

/** Signs in as the sign-in page does; the Cookie header to send from then on, null when it was refused. */
export async function signIn(origin: string, email: string, password: string): Promise<string | null> {
  const csrf = await fetch(`${origin}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const answer = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: cookiesOf(csrf) },
    body: new URLSearchParams({ csrfToken, email, password, json: "true", callbackUrl: origin }),
  })
  const cookie = cookiesOf(answer)
  return cookie.includes("session-token=") ? cookie : null
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ")
}
