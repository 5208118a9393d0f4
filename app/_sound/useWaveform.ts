"use client"

import { useEffect, useState } from "react"
import type { SourceId } from "../../core/model"
import { type Outline, outlineOf, readPeaks } from "../../core/peaks"

export type Waveform =
  | { readonly is: "unknown" }
  /** Null where nobody can say how far it is. */
  | { readonly is: "making"; readonly fraction: number | null }
  | { readonly is: "ready"; readonly outline: Outline }
  | { readonly is: "none" }

const ASK_AGAIN_MS = 1_000

/** What a source's recording looks like, once the server has drawn it; null: of no recording. */
export function useWaveform(source: SourceId | null): Waveform {
  const [waveform, setWaveform] = useState<Waveform>({ is: source === null ? "none" : "unknown" })
  useEffect(() => {
    if (source === null) {
      setWaveform({ is: "none" })
      return
    }
    const leaving = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const load = async () => {
      const found = await loadWaveform(source, leaving.signal)
      if (leaving.signal.aborted) return
      setWaveform(found)
      if (found.is === "making") timer = setTimeout(load, ASK_AGAIN_MS)
    }
    void load()
    return () => {
      leaving.abort()
      clearTimeout(timer)
    }
  }, [source])
  return waveform
}

/** Whatever else is answered, or nothing: then there is none to show, and nothing is said of it. */
async function loadWaveform(source: SourceId, signal: AbortSignal): Promise<Waveform> {
  try {
    const answer = await fetch(`/api/sources/${source}/peaks`, { cache: "no-store", priority: "low", signal })
    if (answer.status === 202) {
      const { fraction } = (await answer.json()) as { fraction: number | null }
      return { is: "making", fraction }
    }
    // Read to its end whatever it says: an answer that nobody reads keeps its connection.
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const peaks = answer.ok ? readPeaks(bytes) : null
    return peaks && peaks.pairs.length > 0 ? { is: "ready", outline: outlineOf(peaks) } : { is: "none" }
  } catch {
    return { is: "none" }
  }
}
