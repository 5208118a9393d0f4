import { Icon } from "../../_ui/Icon"
import { Kbd } from "../../_ui/Kbd"

/** How the panel that codes words looks; it does nothing here. */
export function CodeWithWords() {
  return (
    <>
      <span className="field">
        <Icon name="search" />
        <input defaultValue="respon" aria-label="Code" />
        <span className="micro q num">25 mots</span>
      </span>
      <ul>
        <li className="chosen">
          <span className="grow">
            <mark>respon</mark>sabilité asymétrique <span className="path">· Peurs</span>
          </span>
          <Kbd>⏎</Kbd>
        </li>
        <li>
          <span className="grow">
            Créer « <b className="strong">respon</b> »
          </span>
          <Kbd>N</Kbd>
        </li>
        <li>
          <span className="grow">In vivo : « personne ne me le reprochera »</span>
          <Kbd>V</Kbd>
        </li>
      </ul>
      <hr />
      <ul>
        <li>
          <span className="grow q2">
            Encore <span className="path">peur du médecin</span>
          </span>
          <Kbd>R</Kbd>
        </li>
      </ul>
    </>
  )
}
