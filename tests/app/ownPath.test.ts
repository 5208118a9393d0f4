import { describe, expect, it } from "vitest"
import { ownPath, signInPath } from "../../app/_frame/ownPath"

describe("where one goes after signing in", () => {
  it.each(["/projects/p1", "/projects/p1/sources/s1/code?at=120#t", "/account"])(
    "is where one wanted: %s",
    (path) => expect(ownPath(path)).toBe(path),
  )

  it.each([
    "https://elsewhere.example/",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "/.//elsewhere.example",
    "javascript:alert(1)",
    "projects",
    "",
    undefined,
    null,
    ["/a", "/b"],
  ])("is never another site: %j", (wanted) => expect(ownPath(wanted)).toBe("/projects"))

  it("survives the detour over the sign-in page", () => {
    const there = "/projects/p1/sources/s1/code?at=12&x=é"
    const next = new URL(signInPath(`${there}&_rsc=1abc`), "http://own").searchParams.get("next")
    expect(ownPath(next)).toBe("/projects/p1/sources/s1/code?at=12&x=%C3%A9")
  })

  it("is not spelt out where it goes without saying", () => {
    expect(["/projects", null, "//elsewhere.example"].map(signInPath)).toEqual(Array(3).fill("/sign-in"))
  })
})
