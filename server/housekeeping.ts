import { finishCorrections } from "./commands/correct"
import { destroyWhatIsDue } from "./commands/keepUntil"
import { finishMachine } from "./commands/machineTranscript"
import { sweepUploads } from "./commands/sendRecording"
import { finishTranscribing } from "./commands/transcribe"
import { sweepRecordings, tryToFinishErasures } from "./erasure"
import { makeMissingWaveforms } from "./queries/waveform"
import type { Services } from "./services"

/** Often enough that no day is missed by a server that is started in the morning and stopped at night. */
const EVERY_MS = 60 * 60 * 1000

/** What is due whether or not anybody asks: what was begun and cut short, recordings whose day has come or that nobody goes on sending, waveforms. */
export async function keepHouse(services: Services): Promise<void> {
  await tryToFinishErasures(services)
  await finishTranscribing(services)
  await finishCorrections(services)
  await destroyWhatIsDue(services)
  await finishMachine(services)
  await sweepUploads(services)
  await makeMissingWaveforms(services)
}

/** Does it now, before anybody is let in, and then every hour; the returned function ends it. */
export async function startHousekeeping(services: Services): Promise<() => Promise<void>> {
  await sweepRecordings(services).catch((error) =>
    services.log.error({ err: error }, "recordings that nothing names could not be removed"),
  )
  await keepHouse(services)
  let running = Promise.resolve()
  const timer = setInterval(() => {
    running = keepHouse(services).catch((error) => services.log.error({ err: error }, "housekeeping failed"))
  }, EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
