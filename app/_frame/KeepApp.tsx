"use client"

import { useLocale } from "next-intl"
import { useEffect } from "react"

/** Has the app itself kept in this browser, so that it opens without a network. Over plain http no browser does that. */
export function KeepApp() {
  const language = useLocale()
  useEffect(() => {
    const { build } = document.documentElement.dataset
    if (!build || !("serviceWorker" in navigator)) return
    void keep(build, language).catch(() => {})
  }, [language])
  return null
}

async function keep(build: string, language: string): Promise<void> {
  const worker = await workerOf(build)
  // What was loaded before there was a worker to see it: scripts, styles, fonts.
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/_next/static/`))
  worker.postMessage({ language, files })
}

/** The worker of this very build, once it is at work: until then the one of the build before answers for all pages. */
async function workerOf(build: string): Promise<ServiceWorker> {
  const registration = await navigator.serviceWorker.register(`/service-worker.js?build=${build}`)
  const { installing, waiting, active } = registration
  const worker = (installing ?? waiting ?? active)!
  while (worker.state !== "activated") {
    if (worker.state === "redundant") throw new Error("another build has taken over")
    await new Promise((changed) => worker.addEventListener("statechange", changed, { once: true }))
  }
  return worker
}
