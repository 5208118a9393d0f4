"use client"

import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import type { Clip } from "../../core/model"

/** One recording on one device. Positions in milliseconds. */
export interface Player {
  readonly element: HTMLAudioElement | null
  readonly playing: boolean
  readonly positionMs: number
  /** Null until known. */
  readonly durationMs: number | null
  readonly rate: number
  readonly failed: boolean
  /** Plays on from here; a clip from its start, stopping at its end. */
  play(clip?: Clip): void
  pause(): void
  toggle(): void
  seek(ms: number): void
  skip(ms: number): void
  setRate(rate: number): void
}

/** Plays the recording at an address; null where there is none (everything stays still). */
export function usePlayer(address: string | null): Player {
  const [element, setElement] = useState<HTMLAudioElement | null>(null)
  const [state, setState] = useState({ playing: false, positionMs: 0, rate: 1, failed: false })
  const [durationMs, setDuration] = useState<number | null>(null)
  const until = useRef<number | null>(null)

  useEffect(() => {
    if (address === null) return
    const audio = new Audio()
    audio.preload = "metadata"
    audio.preservesPitch = true
    audio.src = address
    const tell = () => {
      const positionMs = audio.currentTime * 1000
      if (until.current !== null && positionMs >= until.current && !audio.paused) {
        until.current = null
        audio.pause()
      }
      setState({
        playing: !audio.paused,
        positionMs,
        rate: audio.defaultPlaybackRate,
        failed: audio.error !== null,
      })
      if (Number.isFinite(audio.duration)) setDuration(audio.duration * 1000)
    }
    const events = [
      "play",
      "pause",
      "seeked",
      "timeupdate",
      "loadedmetadata",
      "durationchange",
      "ended",
      "error",
      "ratechange",
    ]
    for (const event of events) audio.addEventListener(event, tell)
    // timeupdate comes four times a second: too rare to stop at the end of a clip.
    const timer = setInterval(() => !audio.paused && tell(), 50)
    setElement(audio)
    return () => {
      clearInterval(timer)
      for (const event of events) audio.removeEventListener(event, tell)
      audio.pause()
      audio.removeAttribute("src")
      audio.load()
      setElement(null)
    }
  }, [address])

  const seek = useCallback(
    (ms: number) => {
      if (element) element.currentTime = Math.max(0, ms) / 1000
    },
    [element],
  )
  const play = useCallback(
    (clip?: Clip) => {
      if (!element) return
      until.current = clip?.endMs ?? null
      if (clip) element.currentTime = clip.startMs / 1000
      void element.play().catch(() => setState((before) => ({ ...before, playing: false })))
    },
    [element],
  )
  return useMemo(
    () => ({
      element,
      ...state,
      durationMs,
      play,
      seek,
      pause: () => element?.pause(),
      toggle: () => (element?.paused ? play() : element?.pause()),
      skip: (ms: number) => element && seek(element.currentTime * 1000 + ms),
      setRate(rate: number) {
        if (!element) return
        element.defaultPlaybackRate = rate
        element.playbackRate = rate
      },
    }),
    [element, state, durationMs, play, seek],
  )
}
