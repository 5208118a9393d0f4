import { and, eq } from "drizzle-orm"
import type { MemberId, ProjectId } from "../../core/model"
import { foldedName, isName, nextLetter, standsFor } from "../../core/pseudonyms"
import type { Db } from "../../db/client"
import { project, pseudonym } from "../../db/schema"
import { note } from "../audit"
import { beginErasure, finishErasures } from "../erasure"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { demandNamed } from "./demandNamed"
import { dropVersionsOf } from "./keepVersion"

/** Far more names than a study has. */
const MOST_NAMES = 2_000

export interface NamedAnswer {
  readonly stands: string
  /** The key had the name already: what was asked for was not considered. */
  readonly known: boolean
}

/** Puts a name into the key of a project. `stands` null: the next letter. A name that is there keeps what stands for it. */
export async function addPseudonym(
  services: Services,
  request: { readonly project: ProjectId; readonly name: string; readonly stands: string | null },
): Promise<NamedAnswer> {
  const name = request.name.trim()
  if (!isName(name)) throw new Refusal("not-a-name")
  if (request.stands !== null && !standsFor(request.stands, name)) throw new Refusal("not-a-pseudonym")
  return services.db.transaction(async (tx) => {
    await holdKey(tx, request.project)
    const key = await tx.select().from(pseudonym).where(eq(pseudonym.project, request.project))
    const folded = foldedName(name)
    const there = key.find((each) => each.folded === folded)
    if (there) return { stands: there.stands, known: true }
    if (key.length >= MOST_NAMES) throw new Refusal("too-many-names", { most: MOST_NAMES })
    const stands = request.stands?.trim() ?? nextLetter(key.map((each) => each.stands))
    await tx.insert(pseudonym).values({
      id: services.ids.newId(),
      project: request.project,
      name,
      folded,
      stands,
      createdAt: services.clock(),
    })
    return { stands, known: false }
  })
}

/** Takes one name out of the key, for good: when it is answered, no file here holds it as a name of the key. */
export async function removePseudonym(
  services: Services,
  request: { readonly project: ProjectId; readonly pseudonym: string; readonly by: MemberId },
): Promise<void> {
  const isIt = and(eq(pseudonym.project, request.project), eq(pseudonym.id, request.pseudonym))
  await services.db.transaction(async (tx) => {
    const gone = await tx.delete(pseudonym).where(isIt).returning({ id: pseudonym.id })
    if (gone.length === 0) throw new Refusal("not-found")
    await begin(tx, services, request, "pseudonym-removed")
  })
  await finishErasures(services)
}

/** Destroys the key of a project, for who names the project: from then on nobody can tell who a letter is. */
export async function destroyKey(
  services: Services,
  request: { readonly project: ProjectId; readonly by: MemberId; readonly name: string },
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const held = await holdKey(tx, request.project)
    demandNamed("name", held.name, request.name)
    await tx.delete(pseudonym).where(eq(pseudonym.project, request.project))
    // How a transcript stood before its names became letters.
    await dropVersionsOf(tx, request.project)
    await begin(tx, services, request, "key-destroyed")
  })
  await finishErasures(services)
}

async function holdKey(tx: Db, id: ProjectId) {
  const [held] = await tx.select({ name: project.name }).from(project).where(eq(project.id, id)).for("update")
  if (!held) throw new Refusal("not-found")
  return held
}

async function begin(
  tx: Db,
  services: Services,
  { project: id, by }: { readonly project: ProjectId; readonly by: MemberId },
  action: "pseudonym-removed" | "key-destroyed",
): Promise<void> {
  await beginErasure(tx, services, { project: id, source: null, what: "names", by, files: [] })
  await note(tx, services, { project: id, account: by, action, subject: id })
}
