import { basename } from "node:path"
import { Worker, type WorkerOptions } from "node:worker_threads"

const isBundled = import.meta.url.endsWith(".mjs")

/** A thread that runs one of the server's modules, named as from this folder, as this process runs: bundled, or by tsx. */
export function startThread(
  module: "sync/collectWorker" | "sound/peaksWorker" | "agreement/agreementWorker",
  options: WorkerOptions,
): Worker {
  return new Worker(isBundled ? new URL(`./${basename(module)}.mjs`, import.meta.url) : entrance(module), {
    ...options,
    execArgv: [],
  })
}

/** A thread does not inherit what lets this process read TypeScript: it is told to do the same. */
function entrance(module: string): URL {
  const source = `
    const { register } = await import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))})
    register()
    await import(${JSON.stringify(new URL(`./${module}.ts`, import.meta.url).href)})
  `
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`)
}
