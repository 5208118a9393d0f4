import { Icon } from "../../_ui/Icon"
import { type IconName, icons, solidIcons } from "../../_ui/icons"
import { type Glyph, KindGlyph } from "../../_ui/KindGlyph"
import { Bars, CodeOf, Meter, Progress, Provenance, Swatch } from "../../_ui/Marks"
import { Pie } from "../../_ui/Pie"
import { Pair, Who } from "../../_ui/Who"

const names = { a: "Ana", b: "Ben" }

export function People() {
  return (
    <div className="stack loose">
      <span className="row">
        <Who side="a" name="Ana" size="big" silent /> Ana, rond et plein
      </span>
      <span className="row">
        <Who side="b" name="Ben" size="big" silent /> Ben, carré et hachuré
      </span>
      <span className="row">
        <Who side="s" name="Claire" size="big" silent /> Claire, contour seul
      </span>
      <span className="row">
        <Pair {...names} /> à deux, A puis B <Pair {...names} size="small" />
      </span>
      <span className="row">
        <CodeOf side="a">on hérite</CodeOf> <CodeOf side="b">inertie</CodeOf>
      </span>
      <span className="row">
        <Provenance from="a" names={names} /> <Provenance from="b" names={names} />{" "}
        <Provenance from="ab" names={names} /> venu d’A, de B, des deux
      </span>
    </div>
  )
}

const kinds: readonly Glyph[] = ["code", "ancestor", "boundary", "omission", "agree"]

export function Glyphs() {
  return (
    <table>
      <thead>
        <tr>
          <th>Sorte</th>
          <th>ouvert</th>
          <th>réglé</th>
          <th>petit</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <td>{kind}</td>
            <td>
              <KindGlyph kind={kind} />
            </td>
            <td>
              <KindGlyph kind={kind} settled />
            </td>
            <td>
              <KindGlyph kind={kind} size="small" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Figures() {
  return (
    <div className="stack loose">
      <span className="row">
        <Meter side="a" done={14} of={22} label="Passages d’Ana" /> <span className="num">14/22</span>
        <Meter side="b" done={13} of={22} label="Passages de Ben" /> <span className="num">13/22</span>
      </span>
      <Progress done={30} of={100} label="Envoi" />
      <Bars a={9} b={6} of={12} />
      <span className="row">
        {[0, 4, 11, 14, 22].map((done) => (
          <Pie key={done} side="a" done={done} of={22} />
        ))}
        {[0, 4, 11, 14, 22].map((done) => (
          <Pie key={done} side="b" done={done} of={22} />
        ))}
      </span>
      <span className="row">
        {["#5f7d95", "#a08544", "#8a5b7c", "#5d8a5a", null].map((colour) => (
          <Swatch key={colour} colour={colour} />
        ))}
        <span className="count">3</span> <span className="count hot">7</span>{" "}
        <span className="tag">fusion de 2</span>
      </span>
      <dl className="figures">
        {[
          ["communs", "5"],
          ["ouverts", "0"],
          ["accord", "0,81"],
          ["sans accord", "–"],
        ].map(([what, number]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{number}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

export function Icons() {
  return (
    <div className="icons">
      {Object.keys({ ...icons, ...solidIcons }).map((name) => (
        <Icon key={name} name={name as IconName} label={name} />
      ))}
    </div>
  )
}
