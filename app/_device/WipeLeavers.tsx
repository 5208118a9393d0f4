"use client"

import { useEffect } from "react"
import { sweepFirstNames } from "./firstNames"
import { wipeLeavers } from "./leavers"

/** On every page, whoever is there: what somebody who signed out could not be wiped of is tried again, and first names that are a day old go. */
export function WipeLeavers() {
  useEffect(() => {
    void wipeLeavers()
    sweepFirstNames()
  }, [])
  return null
}
