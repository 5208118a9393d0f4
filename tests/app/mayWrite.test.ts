import { afterEach, describe, expect, it, vi } from "vitest"
import { mayWrite } from "../../app/_sync/mayWrite"

afterEach(() => vi.unstubAllGlobals())

const answered = (answer: () => Response | Promise<Response>) => {
  const asked: [string, RequestInit][] = []
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push([path, init])
    return answer()
  })
  return asked
}

describe("whether a transcript may be written in", () => {
  it("[S26, S35] is asked as its writer, and told with how often words were erased", async () => {
    const asked = answered(() => Response.json({ writes: true, source: { epoch: 2 } }))
    expect(await mayWrite("s1", "ana")).toEqual({ writes: true, epoch: 2 })
    expect(asked[0]![0]).toBe("/api/sources/s1")
    expect((asked[0]![1].headers as Record<string, string>)["x-binome-member"]).toBe("ana")
  })

  it.each([
    [401, "signed-out"],
    [403, "not-allowed"],
    [404, "not-allowed"],
    [409, null],
    [422, null],
    [429, null],
    [503, null],
  ])("[S24, S29] is answered by %i as %s", async (status, said) => {
    answered(() => Response.json({ code: "any" }, { status }))
    expect(await mayWrite("s1", "ana")).toBe(said)
  })

  it("[S24] is not told by another's page, nor by a line that swallows everything", async () => {
    answered(() => new Response("<html>", { headers: { "content-type": "text/html" } }))
    expect(await mayWrite("s1", "ana")).toBeNull()
    answered(() => new Promise<Response>(() => {}))
    expect(await mayWrite("s1", "ana", 20)).toBeNull()
  })
})
