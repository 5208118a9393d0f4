"use client"

import { useEffect } from "react"
import { wipeLeavers } from "./leavers"

/** On every page, whoever is there: what somebody who signed out could not be wiped of is tried again. */
export function WipeLeavers() {
  useEffect(() => void wipeLeavers(), [])
  return null
}
