/** How a page is entered: the same question as a route's, answered by a page that is there or is not. */
import { headers } from "next/headers"
import { notFound, redirect } from "next/navigation"
import { accessTo, type Door, type Member, type Room } from "../core/access"
import type { ProjectId, SourceId } from "../core/model"
import { locate } from "../server/places"
import { type Services, services } from "../server/services"
import { type Caller, whoIs } from "../server/session"
import { signInPath } from "./_frame/ownPath"

export interface Entered {
  readonly services: Services
  readonly caller: Caller
  readonly member: Member
  readonly project: ProjectId
}

/** Somebody signed in; everybody else is sent to sign in and comes back here afterwards. */
export async function enter(): Promise<{ services: Services; caller: Caller }> {
  const built = services()
  const given = await headers()
  const caller = await whoIs(built, given)
  if (!caller) redirect(signInPath(given.get("x-binome-path")))
  return { services: built, caller }
}

/** A member of the project who may see this place in it; for all others there is no such page (B13). */
export async function enterProject(
  project: ProjectId,
  place: Door | Room = { kind: "project" },
  need: "read" | "write" = "read",
): Promise<Entered> {
  const { services, caller } = await enter()
  const location = await locate(services, { project })
  const member = location && (await location.memberOf(caller.id))
  if (!member || !suffices(accessTo(place, member), need)) notFound()
  return { services, caller, member, project }
}

/** The same for a source, which must stand in that project. */
export async function enterSource(
  project: ProjectId,
  source: SourceId,
  place: Door | Room = { kind: "transcript", source },
  need: "read" | "write" = "read",
): Promise<Entered> {
  const entered = await enterProject(project)
  const location = await locate(entered.services, { source })
  if (location?.project !== project || !suffices(accessTo(place, entered.member), need)) notFound()
  return entered
}

function suffices(access: "none" | "read" | "write", need: "read" | "write"): boolean {
  return access === "write" || access === need
}
