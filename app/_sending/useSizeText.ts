"use client"

import { useFormatter } from "next-intl"
import { sizeIn } from "./sizeIn"

/** A number of bytes as one reads it: "12,4 Mo". */
export function useSizeText(): (bytes: number) => string {
  const format = useFormatter()
  return (bytes) => {
    const { value, unit } = sizeIn(bytes)
    return format.number(value, { style: "unit", unit, maximumFractionDigits: 1 })
  }
}
