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
  await navigator.serviceWorker.register(`/service-worker.js?build=${build}`)
  const { active } = await navigator.serviceWorker.ready
  // What was loaded before there was a worker to see it: scripts, styles, fonts.
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/_next/static/`))
  active?.postMessage({ language, files })
}
