/** Somebody with an account, outside the browser: a cookie, the API, and stock y-websocket rooms. */
import WebSocket from "ws"
import { WebsocketProvider } from "y-websocket"
import * as Y from "yjs"

export interface Person {
  readonly id: string
  readonly cookie: string
  /** Answers status and body, whatever they are. */
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }>
  /** Answers the body; throws when it was refused. */
  ask(method: string, path: string, body?: unknown): Promise<any>
  /** Opens a room with the stock client and waits until it is synced. */
  room(name: string, options?: RoomOptions): Promise<OpenedRoom>
}

export interface RoomOptions {
  /** Asks the server to count what is durable. */
  readonly ack?: boolean
  /** Hears every frame as it comes from the server. */
  readonly hear?: (frame: Buffer) => void
}

export interface OpenedRoom {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  close(): void
}

/** Signs in as a browser does: csrf token, credentials, cookie. */
export async function signIn(address: string, email: string, password: string): Promise<Person> {
  const csrf = await fetch(`${address}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const jar = cookiesOf(csrf)
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: jar, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email, password, csrfToken, json: "true" }),
  })
  const cookie = cookiesOf(answer)
  if (!cookie.includes("session-token"))
    throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`)
  const person = personWith(address, cookie)
  const me = await person.ask("GET", "/api/me")
  return { ...person, id: me.id }
}

export function personWith(address: string, cookie: string, id = ""): Person {
  const call: Person["call"] = async (method, path, body) => {
    const answer = await fetch(address + path, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, body: text === "" ? undefined : parse(text) }
  }
  return {
    id,
    cookie,
    call,
    async ask(method, path, body) {
      const answer = await call(method, path, body)
      if (answer.status >= 400)
        throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    room: (name, options) => openRoom(address, { cookie }, name, options),
  }
}

/** `headers` say who knocks: a cookie, or a token. */
export async function openRoom(
  address: string,
  headers: Readonly<Record<string, string>>,
  name: string,
  { ack = false, hear }: RoomOptions = {},
): Promise<OpenedRoom> {
  class SignedIn extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { ...headers, origin: address } })
      if (hear) this.on("message", (data: Buffer) => hear(data))
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${address.replace(/^http/, "ws")}/collab`, name, doc, {
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: ack ? { ack: "1" } : {},
  })
  if (ack) provider.messageHandlers[100] = () => {}
  await new Promise<void>((resolve, reject) => {
    provider.on("sync", (synced: boolean) => synced && resolve())
    provider.on("connection-close", (event) => {
      if (event && event.code >= 4400 && event.code < 4500)
        reject(new Error(`${name}: closed with ${event.code}`))
    })
  })
  return {
    doc,
    provider,
    close() {
      provider.destroy()
      doc.destroy()
    },
  }
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ")
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
