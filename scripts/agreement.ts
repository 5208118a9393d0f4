/** `npm run agreement -- file.json`: intercoder agreement of a plain file, as JSON. No database, no server. */
import { readFileSync } from "node:fs"
import { agreementOf } from "../core/agreement/agreement"
import { optionsHelp, readOptions } from "../core/agreement/options"
import { readDocuments } from "../core/agreement/reading"

const help = `Intercoder agreement of a plain file, printed as JSON.

  npm run --silent agreement -- file.json [options]      (- reads what is piped in)

The file holds a document, a list of documents, or { "documents": [...], "parents": { "child": "parent" } }:

  { "id": "interview 1", "length": 1200,
    "coders": [{ "id": "A", "spans": [{ "start": 10, "end": 80, "code": "fear" }] },
               { "id": "B", "spans": [] }] }

"start" and "end" count characters from 0; "end" is the first not covered. Who is not among a document's coders did not
code it; who is there with no span found nothing to code. Optional: "codable": [{ "start", "end" }], where text can be
coded at all; "units": { "turn": [{ "start", "end" }], … } for word, sentence, turn, passage.

${optionsHelp}
--compact            JSON on one line`

/** What is to be printed; throws with what is wrong. */
function answerTo(words: readonly string[]): string {
  if (words.includes("--help") || words.includes("-h")) return help
  const options = readOptions(words.filter((word) => word !== "--compact"))
  if ("problem" in options) throw new Error(options.problem)
  const [file, ...more] = options.rest
  if (file === undefined || more.length > 0)
    throw new Error("Which file? npm run agreement -- file.json (--help tells more)")
  const read = readDocuments(parsed(file))
  if ("problem" in read) throw new Error(read.problem)
  const answer = agreementOf(read.documents, { parents: read.parents, ...options.parameters })
  return JSON.stringify(answer, null, words.includes("--compact") ? 0 : 2)
}

function parsed(file: string): unknown {
  const text = readFileSync(file === "-" ? 0 : file, "utf8")
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}`)
  }
}

try {
  console.log(answerTo(process.argv.slice(2)))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
