import { Button } from "../../_ui/Button"
import { TextField } from "../../_ui/Field"
import { Icon } from "../../_ui/Icon"
import { IconButton } from "../../_ui/IconButton"
import { Kbd } from "../../_ui/Kbd"
import { KindGlyph } from "../../_ui/KindGlyph"
import { Swatch, variables } from "../../_ui/Marks"
import { Who } from "../../_ui/Who"

export function Codes() {
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

export function Flags() {
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
