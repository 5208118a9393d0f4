import { door } from "../../../../../server/door"
import { agreementJson } from "../../../../../server/queries/agreement"
import { readAskedOf } from "../../../../../server/queryFormat"

export const GET = door(
  {
    for: "members",
    place: "agreement",
    need: "read",
    bound: "gathering",
    summary:
      "Intercoder agreement of all that is revealed, every coefficient with its interval, every parameter repeated: `variant` (independent, harmonised, negotiated), `stratum`, `sources`, `pair`, `unit`, `applies`, `codes`, `exclude`, `exclusive`, `parents`, `overlap`, `bins`, `draws`, `seed`, `cluster`, `confidence`; where the project reports none, a paragraph that says why",
  },
  async ({ services, project, request }) => {
    const json = await agreementJson(services, project, readAskedOf(request), request.signal)
    return new Response(json as BodyInit, {
      headers: { "cache-control": "private, no-store", "content-type": "application/json" },
    })
  },
)
