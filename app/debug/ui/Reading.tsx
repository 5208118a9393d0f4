import { useEffect } from "react"
import { Button } from "../../_ui/Button"
import { TextField } from "../../_ui/Field"
import { Icon } from "../../_ui/Icon"
import { IconButton } from "../../_ui/IconButton"
import { Kbd } from "../../_ui/Kbd"
import { KindGlyph } from "../../_ui/KindGlyph"
import { Mark, Meter, Swatch, variables } from "../../_ui/Marks"
import { Pair, Who } from "../../_ui/Who"
import { paint } from "./paint"

const lines = [
  "Un codage à moi seule, puis deux codages à moi qui se recouvrent ici.",
  "Un codage de l’autre, sans fond, plus bas que le mien et tireté.",
  "Tous les deux sur les mêmes mots, et le désaccord choisi.",
  "Les mots choisis, pas encore codés, gagnent sur tout le reste. (rit)",
]

const painted = [
  ["g0", "mine-1 line-a", "Un codage à moi seule", "seule"],
  ["g0", "mine-1 line-a", "deux codages", "moi "],
  ["g0", "mine-2 line-a", "qui se", "recouvrent"],
  ["g0", "mine-1 line-a", " ici.", " ici."],
  ["g1", "line-b", "Un codage de l’autre", "fond"],
  ["g2", "mine-1 line-a", "Tous les deux", "mots"],
  ["g2", "line-b", "les mêmes", "choisi."],
  ["g2", "disputed", "les mêmes", "mots"],
  ["g3", "mine-1 line-a", "pas encore", "reste."],
  ["g3", "chosen", "mots choisis", "codés"],
  ["g3", "nonverbal", "(rit)", "(rit)"],
  ["d1", "nonverbal", "(sourit)", "(sourit)"],
  ["d1", "mine-1 line-a", "On hérite", "très bien."],
  ["d1", "line-b", "ça fait quinze ans", "renouvelle."],
  ["d1", "playing", "ça fait quinze ans", "prédécesseur,"],
] as const

export function Overlaps() {
  useEffect(
    () =>
      paint(painted.flatMap(([id, as, from, to]) => as.split(" ").map((one) => ({ id, as: one, from, to })))),
    [],
  )
  return (
    <div className="sheet alone">
      <ol className="turns">
        {lines.map((line, place) => (
          <li key={line} className="turn">
            <span className="speaker">{place + 1}</span>
            <p id={`g${place}`}>{line}</p>
          </li>
        ))}
      </ol>
    </div>
  )
}

export function Desk() {
  return (
    <div className="framed">
      <Player />
      <div className="desk">
        <Codes />
        <div className="page">
          <div className="sheet">
            <div className="turns">
              <Passage number={12} time="12:31" />
              <Passage number={13} time="13:20" veiled />
            </div>
            <Stripes />
          </div>
        </div>
        <Flags />
      </div>
      <div className="dock">
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
      </div>
    </div>
  )
}

function Player() {
  return (
    <div className="player">
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
      <span className="row small">
        <Who side="a" name="Ana" /> <Meter side="a" done={12} of={22} label="Ana" />{" "}
        <span className="num">12/22</span>
      </span>
      <span className="row small">
        <Who side="b" name="Ben" /> <Meter side="b" done={11} of={22} label="Ben" />{" "}
        <span className="num">11/22</span>
      </span>
    </div>
  )
}

function Codes() {
  return (
    <aside className="side left" aria-label="Codes">
      <header>
        <h2>Codes</h2>
        <span className="q small num grow">13</span>
        <IconButton icon="plus" label="Nouveau code" shortcut="N" />
      </header>
      <div className="filter">
        <TextField label="Filtrer" hideLabel icon="filter" placeholder="Filtrer" end={<Kbd>/</Kbd>} />
      </div>
      <div className="body">
        <ul className="codes">
          <Code category name="Hériter" colour="#5f7d95" count={9} />
          <Code depth={1} name="on hérite" digit={1} count={5} chosen />
          <Code depth={1} name="renouveler sans choisir" digit={2} count={4} />
          <Code category name="Le temps" colour="#a08544" count={12} />
          <Code depth={1} name="fatigue du soir, et toutes les autres" own digit={3} count={4} />
        </ul>
      </div>
      <div className="foot hints">
        <span>
          <Kbd>C</Kbd> coder
        </span>
        <span>
          <Kbd>V</Kbd> in vivo
        </span>
      </div>
    </aside>
  )
}

interface CodeProps {
  readonly name: string
  readonly count: number
  readonly depth?: number
  readonly digit?: number
  readonly colour?: string
  readonly category?: boolean
  readonly own?: boolean
  readonly chosen?: boolean
}

function Code({ name, count, depth = 0, digit, colour, category, own, chosen }: CodeProps) {
  return (
    <li className={category ? "category" : own ? "own" : undefined} style={variables({ d: depth })}>
      <div className={chosen ? "line chosen" : "line"}>
        <span className="twist">{category && <Icon name="chevronDown" />}</span>
        {category && <Swatch colour={colour ?? null} />}
        <span className="name">{name}</span>
        {digit && <kbd>{digit}</kbd>}
        <span className="n num">{count}</span>
      </div>
    </li>
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

function Flags() {
  return (
    <aside className="side right" aria-label="À discuter">
      <header>
        <h2>À discuter</h2>
        <span className="count hot">4</span>
        <span className="grow" />
        <Button kind="bare">
          Ouverts <Icon name="chevronDown" />
        </Button>
      </header>
      <div className="body">
        <article className="flag chosen">
          <div className="h">
            <KindGlyph kind="code" silent />
            <b className="grow">Lecture différente</b>
            <button type="button" className="time">
              <Icon name="play" />
              12:34
            </button>
          </div>
          <div className="versus">
            <div>
              <Who side="a" name="Ana" /> on hérite
            </div>
            <div>
              <Who side="b" name="Ben" /> inertie
            </div>
          </div>
          <p className="small q">Ben l’a écouté une fois.</p>
          <div className="row">
            <Button kind="primary" icon="headphones" shortcut="L">
              Réécouter ensemble
            </Button>
            <Button>Proposer</Button>
          </div>
        </article>
        <article className="flag">
          <div className="h">
            <KindGlyph kind="boundary" silent />
            <b className="grow">Découpage différent</b>
            <span className="time">12:52</span>
          </div>
          <div className="small q2">quart d’heure</div>
          <div className="extents" aria-hidden="true">
            <i className="a" style={variables({ from: 80, to: 100 })} />
            <i className="b" style={variables({ from: 0, to: 100 })} />
          </div>
          <p className="small q">Ana 7 mots, Ben 35</p>
        </article>
        <article className="flag settled">
          <div className="h">
            <KindGlyph kind="omission" settled silent />
            <b>Réglé</b> un tiers qui parle
          </div>
        </article>
      </div>
    </aside>
  )
}
