"use client"

import { useEffect, useState } from "react"

const PLACE = "binome:single-keys"

/** Whether letters and digits alone do something; remembered on this device. */
export function useSingleKeys() {
  const [single, setSingle] = useState(true)
  useEffect(() => setSingle(localStorage.getItem(PLACE) !== "off"), [])
  return [
    single,
    (on: boolean) => {
      setSingle(on)
      localStorage.setItem(PLACE, on ? "on" : "off")
    },
  ] as const
}
