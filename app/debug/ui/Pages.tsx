import { Button } from "../../_ui/Button"
import { KindGlyph } from "../../_ui/KindGlyph"
import { Bars } from "../../_ui/Marks"
import { Pie } from "../../_ui/Pie"
import { Alert, EmptyState, ErrorState, Skeleton } from "../../_ui/States"
import { Who } from "../../_ui/Who"

export function Nothing() {
  return (
    <div className="cards">
      <div className="card pad">
        <EmptyState title="Aucun désaccord" action={<Button>Réécouter au hasard</Button>}>
          Douze passages terminés par les deux, douze accords.
        </EmptyState>
      </div>
      <div className="card pad">
        <Skeleton />
      </div>
      <div className="card pad">
        <ErrorState
          title="L’enregistrement ne se lit pas"
          action={
            <>
              <Button>Renvoyer le fichier</Button>
              <Button kind="bare">Plus tard</Button>
            </>
          }
        >
          Le fichier est arrivé incomplet&nbsp;: 12 Mo sur 48. Le codage continue sans lui.
        </ErrorState>
      </div>
      <div className="stack">
        <Alert>Le fichier n’est pas un verbatim.</Alert>
        <p className="notice">Vous voyez l’avancement de chacun&nbsp;; les codages, une fois dévoilés.</p>
      </div>
    </div>
  )
}

const sources = [
  { id: "M1", about: "Cabinet de ville, 58 ans", length: "34:12", a: 22, b: 22, open: 0, codes: [12, 11] },
  { id: "M7", about: "Maison de santé, 52 ans", length: "31:07", a: 14, b: 13, open: 4, codes: [3, 5] },
  { id: "M8", about: "Semi-rural, 45 ans", length: "29:51", a: 0, b: 0, open: 0, codes: [0, 0] },
] as const

export function Sources() {
  return (
    <div className="scroll-x">
      <table className="roomy linked">
        <thead>
          <tr>
            <th>Source</th>
            <th className="r">Durée</th>
            <th>
              <span className="row">
                <Who side="a" name="Ana" silent /> Ana
              </span>
            </th>
            <th>
              <span className="row">
                <Who side="b" name="Ben" silent /> Ben
              </span>
            </th>
            <th>Confrontation</th>
            <th>Codes nouveaux</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.id} className={source.id === "M7" ? "chosen" : undefined}>
              <th scope="row">
                {source.id} <span className="q2">{source.about}</span>
              </th>
              <td className="r q2">{source.length}</td>
              <td>
                <span className="row">
                  <Pie side="a" done={source.a} of={22} /> {source.a} <span className="q">sur 22</span>
                </span>
              </td>
              <td>
                <span className="row">
                  <Pie side="b" done={source.b} of={22} /> {source.b} <span className="q">sur 22</span>
                </span>
              </td>
              <td>
                {source.open ? (
                  <span className="row">
                    <KindGlyph kind="code" /> {source.open}
                  </span>
                ) : (
                  "–"
                )}
              </td>
              <td style={{ width: 170 }}>
                <Bars a={source.codes[0]} b={source.codes[1]} of={12} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
