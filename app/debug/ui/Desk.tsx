import { useEffect } from "react"
import { Button } from "../../_ui/Button"
import { Icon } from "../../_ui/Icon"
import { IconButton } from "../../_ui/IconButton"
import { KindGlyph } from "../../_ui/KindGlyph"
import { Mark, Meter } from "../../_ui/Marks"
import { Pair, Who } from "../../_ui/Who"
import { Codes, Flags } from "./DeskSides"
import { paint } from "./paint"

const painted = [
  ["nonverbal", "(sourit)", "(sourit)"],
  ["mine-1 line-a", "On hérite", "très bien."],
  ["line-b", "ça fait quinze ans", "renouvelle."],
  ["playing", "ça fait quinze ans", "prédécesseur,"],
] as const

/** A desk with a revealed passage and a blind one; nothing on it acts. */
export function Desk() {
  useEffect(
    () =>
      paint(
        painted.flatMap(([as, from, to]) => as.split(" ").map((one) => ({ id: "d1", as: one, from, to }))),
      ),
    [],
  )
  return (
    <>
      <Player />
      <div className="desk">
        <Codes />
        <main id="main" tabIndex={-1} className="page">
          <h1 className="vh">Entretien M7</h1>
          <div className="sheet">
            <div className="turns">
              <Passage number={12} time="12:31" />
              <Passage number={13} time="13:20" veiled />
            </div>
            <Stripes />
          </div>
        </main>
        <Flags />
      </div>
      <section className="dock" aria-label="Coder">
        <div className="say">
          <b className="strong grow">25 mots choisis</b>
          <Button kind="bare">Annuler</Button>
        </div>
        <div className="keys">
          {["peur du médecin", "quart d’heure", "on hérite"].map((name) => (
            <button type="button" key={name} className="tap">
              {name}
            </button>
          ))}
        </div>
      </section>
    </>
  )
}

function Player() {
  return (
    <section className="player" aria-label="Enregistrement">
      <button type="button" className="play" aria-label="Écouter">
        <Icon name="play" />
      </button>
      <IconButton icon="back" label="Reculer de 3 secondes" />
      <span className="num">14:31</span>
      <div className="rail">
        <svg viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
          {Array.from({ length: 22 }, (_, place) => (
            <rect
              key={place}
              x={place * 45.5}
              y="9"
              width="43"
              height="6"
              rx="1.5"
              fill={place < 12 ? "var(--a)" : "var(--chosen)"}
              opacity={place < 12 ? 0.72 : 1}
            />
          ))}
        </svg>
        <span className="head" style={{ left: "46%" }} />
      </div>
      <span className="num q">31:07</span>
      <Button kind="bare">× 1</Button>
      <span className="divider" />
      <span className="row small wide-only">
        <Who side="a" name="Ana" /> <Meter side="a" done={12} of={22} label="Ana" />{" "}
        <span className="num">12/22</span>
      </span>
      <span className="row small wide-only">
        <Who side="b" name="Ben" /> <Meter side="b" done={11} of={22} label="Ben" />{" "}
        <span className="num">11/22</span>
      </span>
    </section>
  )
}

function Passage({ number, time, veiled }: { number: number; time: string; veiled?: boolean }) {
  return (
    <section className={veiled ? "passage veiled" : "passage"} aria-label={`Passage ${number}`}>
      {veiled && <span className="under-veil">Codage de Ben masqué</span>}
      <div className="head">
        <b className="strong q2">Passage {number}</b>
        <button type="button" className="time">
          <Icon name="play" />
          {time}
        </button>
        <span className="rule" />
        {veiled ? "En cours" : <Pair a="Ana" b="Ben" size="small" />}
      </div>
      <ol>
        <li className="turn interviewer">
          <span className="speaker">Int.</span>
          <p>Vous disiez que c’était rarement vous qui l’aviez commencé, ce traitement.</p>
        </li>
        <li className="turn">
          <span className="speaker">M7</span>
          <div>
            <p id={veiled ? undefined : "d1"}>
              Presque jamais. (sourit) On hérite. La patiente arrive avec son petit comprimé du soir, ça fait
              quinze ans, c’est mon prédécesseur, ou l’hôpital, une chute, on ne sait plus très bien. Et moi
              je renouvelle.
            </p>
            <div className="chips-under">
              <span className="code">
                <Mark side="a" /> on hérite
              </span>
              <span className="code">
                <Mark side="b" /> inertie
              </span>
            </div>
          </div>
        </li>
      </ol>
      {veiled && (
        <div className="foot">
          <Button kind="primary" icon="check" shortcut="⇧⏎">
            Terminer le passage
          </Button>
        </div>
      )}
    </section>
  )
}

function Stripes() {
  return (
    <>
      <button
        type="button"
        className="stripe a"
        aria-label="on hérite"
        style={{ left: "calc(50% - 302px)", top: 118, height: 122 }}
      />
      <span className="label mine chosen" style={{ right: "calc(50% + 312px)", top: 118 }}>
        on hérite <KindGlyph kind="code" size="small" />
      </span>
      <button
        type="button"
        className="stripe b"
        aria-label="inertie"
        style={{ left: "calc(50% + 303px)", top: 150, height: 92 }}
      />
      <span className="label" style={{ left: "calc(50% + 316px)", top: 150 }}>
        <KindGlyph kind="code" size="small" /> inertie
      </span>
    </>
  )
}
