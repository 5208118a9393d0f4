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
  const address = `/service-worker.js?build=${build}`
  const registration = await navigator.serviceWorker.register(address)
  // What was loaded before there was a worker to see it: scripts, styles, fonts.
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/_next/static/`))
  workerAt(new URL(address, location.href).href, registration)?.postMessage({ language, files })
}

/**
 * The worker of this very build, at work or not: it keeps what it is given also while it is installed or waits for an
 * older one, which may take as long as the older has anything to do.
 */
function workerAt(address: string, { installing, waiting, active }: ServiceWorkerRegistration) {
  return [installing, waiting, active].find((worker) => worker?.scriptURL === address)
}
