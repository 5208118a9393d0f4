import type { NextRequest } from "next/server"
import NextAuth from "next-auth"
import { services } from "../../../../server/services"
import { signInOptions } from "../../../../server/signIn"

type Context = { params: Promise<{ nextauth: string[] }> }

function answer(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context as never, signInOptions(services())) as Promise<Response>
}

export { answer as GET, answer as POST }
