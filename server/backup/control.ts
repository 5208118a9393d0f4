import { randomBytes, timingSafeEqual } from "node:crypto"
import { readFile, rename, rm, writeFile } from "node:fs/promises"
import { createServer, get, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

interface Way {
  readonly port: number
  readonly token: string
}

/**
 * A way in for who can read the data folder, and nobody else: on this machine only, with a secret that lies in the
 * folder and is new at each start. It hands out backups. Resolves with what closes it.
 */
export async function openControl(
  dataDir: string,
  backup: () => AsyncIterable<Buffer>,
  onError: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const token = randomBytes(32).toString("base64url")
  const server = createServer((request, response) => {
    if (request.url !== "/backup" || !knows(request, token)) return response.writeHead(404).end()
    pipeline(Readable.from(backup(), { objectMode: false }), response).catch((error) => {
      onError(error)
      response.destroy()
    })
  })
  server.unref()
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(0, "127.0.0.1", resolve)
  })
  const { port } = server.address() as AddressInfo
  const file = fileIn(dataDir)
  await writeFile(`${file}.part`, JSON.stringify({ port, token } satisfies Way), { mode: 0o600 })
  await rename(`${file}.part`, file)
  return async () => {
    await rm(file, { force: true })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** The backup that a running server hands out; null when none runs on this folder. */
export async function askForBackup(dataDir: string): Promise<AsyncIterable<Buffer> | null> {
  const way = await readFile(fileIn(dataDir), "utf8").then(
    (text) => JSON.parse(text) as Way,
    () => null,
  )
  if (!way) return null
  const headers = { authorization: `Bearer ${way.token}` }
  return new Promise((resolve) => {
    get({ host: "127.0.0.1", port: way.port, path: "/backup", headers }, (answer) =>
      resolve(answer.statusCode === 200 ? answer : null),
    ).on("error", () => resolve(null))
  })
}

const fileIn = (dataDir: string) => join(dataDir, "control.json")

function knows(request: IncomingMessage, token: string): boolean {
  const [sent, known] = [Buffer.from(request.headers.authorization ?? ""), Buffer.from(`Bearer ${token}`)]
  return sent.length === known.length && timingSafeEqual(sent, known)
}
