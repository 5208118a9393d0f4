import { describeApi, operationsOf } from "../../../server/openapi"
import { routes } from "../routes"

/** The description of the API: no secret, the same for everybody. */
export function GET(): Response {
  return Response.json(describeApi(operationsOf(routes)), {
    headers: { "cache-control": "private, no-store" },
  })
}
