import type { NextRequest } from "next/server"
import NextAuth from "next-auth"
import { problemResponse, Refusal } from "../../../../server/refusal"
import { services } from "../../../../server/services"
import { signInOptions } from "../../../../server/signIn"

type Context = { params: Promise<{ nextauth: string[] }> }

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const isJson = request.headers.get("content-type")?.includes("application/json")
  // next-auth takes what cannot be read for a failure of ours.
  if (request.method === "POST" && isJson && !(await isReadable(request.clone())))
    return problemResponse(new Refusal("invalid-body"))
  return NextAuth(request, context as never, signInOptions(services())) as Promise<Response>
}

function isReadable(request: Request): Promise<boolean> {
  return request.json().then(
    () => true,
    () => false,
  )
}

export { answer as GET, answer as POST }
