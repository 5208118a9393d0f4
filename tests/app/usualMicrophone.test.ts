import { expect, it } from "vitest"
import { foundAmong } from "../../app/_recorder/usualMicrophone"

const here = [
  { id: "a1", name: "Micro de table" },
  { id: "b1", name: "Micro-cravate" },
]

it("[F30] a microphone is found again by its id, by its name where the browser calls it anew, and else not", () => {
  expect(foundAmong(here, { id: "b1", name: "Micro-cravate" })).toBe(here[1])
  expect(foundAmong(here, { id: "b0", name: "Micro-cravate" })).toBe(here[1])
  expect(foundAmong(here, { id: "a1", name: "Micro-cravate" })).toBe(here[0])
  expect(foundAmong(here, { id: "c1", name: "Casque" })).toBeNull()
  expect(foundAmong(here, null)).toBeNull()
})
