import { useState } from "react"
import { Button, ButtonLink } from "../../_ui/Button"
import { Checkbox, ChoiceCards, Segmented, Switch } from "../../_ui/Choice"
import { Select, TextArea, TextField } from "../../_ui/Field"
import { IconButton } from "../../_ui/IconButton"
import { Kbd } from "../../_ui/Kbd"
import { Mark } from "../../_ui/Marks"

export function Buttons() {
  return (
    <div className="stack loose">
      <div className="row wrap">
        <Button kind="primary" shortcut="P">
          Proposer
        </Button>
        <Button icon="refer">Soumettre à Claire</Button>
        <Button kind="bare">Fermer</Button>
        <Button className="is-focused">Focus</Button>
        <Button disabled>Pas encore</Button>
        <Button kind="danger" icon="trash">
          Supprimer
        </Button>
        <Button busy>En cours</Button>
        <ButtonLink href="/debug/ui" icon="plus">
          Source
        </ButtonLink>
      </div>
      <div className="row">
        <IconButton icon="play" label="Écouter" />
        <IconButton icon="undo" label="Défaire" shortcut="⌘Z" />
        <IconButton icon="more" label="Plus" aria-pressed />
        <IconButton icon="redo" label="Refaire" disabled />
        <span className="small q">
          <Kbd>J</Kbd> suivant <Kbd>⇧⏎</Kbd> terminer
        </span>
      </div>
      <Button kind="primary" size="big" wide shortcut="⏎">
        Entrer
      </Button>
    </div>
  )
}

export function Fields() {
  return (
    <div className="form">
      <TextField label="Code" hideLabel icon="filter" placeholder="Filtrer" end={<Kbd>/</Kbd>} />
      <TextField
        label="Mot de passe"
        type="password"
        defaultValue="12345678"
        big
        aside={
          <a className="link small" href="/debug/ui">
            Oublié&nbsp;?
          </a>
        }
      />
      <TextField
        label="Adresse"
        hint="Un lien par personne."
        error="Il manque le signe @."
        defaultValue="ben"
      />
      <Select label="Trier">
        <option>Par entretien</option>
        <option>Par code</option>
      </Select>
      <TextArea label="Votre réponse" defaultValue="Je garderais la phrase entière." />
    </div>
  )
}

export function Choices() {
  const [answer, setAnswer] = useState("both")
  const [blindness, setBlindness] = useState<string | null>(null)
  return (
    <div className="stack loose">
      <Segmented
        label="Réponse"
        value={answer}
        onChange={setAnswer}
        options={[
          {
            value: "a",
            label: (
              <>
                <Mark side="a" /> on hérite
              </>
            ),
          },
          {
            value: "b",
            label: (
              <>
                <Mark side="b" /> inertie
              </>
            ),
          },
          { value: "both", label: "les deux" },
        ]}
      />
      <Checkbox label="Partager le mémo" hint="Il sera lu avec le codage." defaultChecked />
      <Checkbox label="Sans étendue" />
      <Checkbox label="Pas ici" disabled />
      <Switch label="Son sur un seul appareil" defaultChecked />
      <Switch label="Noms masqués" />
      <ChoiceCards
        label="Quand voir le codage de l’autre"
        value={blindness}
        onChange={setBlindness}
        options={[
          {
            value: "passage",
            label: "Passage par passage",
            hint: "Dès que chacun a terminé le même passage.",
          },
          { value: "source", label: "À la fin de l’entretien", hint: "Tout d’un coup." },
        ]}
      />
    </div>
  )
}
