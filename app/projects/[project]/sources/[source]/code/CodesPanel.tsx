"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, type RefObject, useState } from "react"
import type { CodeId } from "../../../../../../core/model"
import { TextField } from "../../../../../_ui/Field"
import { IconButton } from "../../../../../_ui/IconButton"
import { Kbd } from "../../../../../_ui/Kbd"
import { CodeLine } from "./CodeLine"
import type { CodeList, ListedCode } from "./codeList"
import { matchCodes, sameName } from "./matchCodes"
import { NewCodeField } from "./NewCodeField"
import { useStable } from "./useStable"

interface Props {
  readonly list: CodeList
  /** One's own codings with a code; of a category, with all codes under it. */
  readonly countOf: (code: CodeId) => number
  readonly chosen: CodeId | null
  readonly filter: RefObject<HTMLInputElement | null>
  readonly naming: boolean
  readonly setNaming: (naming: boolean) => void
  /** A press on a code: applies it to the words selected, or else shows what it means. */
  readonly press: (code: ListedCode) => void
  readonly create: (name: string) => void
  readonly edit: (code: ListedCode) => void
}

/** The codes at hand, in the order of the codebook, one's own new ones among them. */
export function CodesPanel(props: Props) {
  const { list, countOf, chosen, filter, naming, setNaming, press, create, edit } = props
  const t = useTranslations("desk.codes")
  const [typed, setTyped] = useState("")
  const [closed, setClosed] = useState<ReadonlySet<CodeId>>(new Set())
  const found = new Set(matchCodes(list.applicable, typed).map(({ code }) => code.id))
  const filtering = typed.trim() !== ""
  const first = list.applicable.find((code) => found.has(code.id))
  const sorted = filtering ? list.sorted.filter(({ id }) => found.has(id)) : hideClosed(list.sorted, closed)
  const unsorted = filtering ? list.unsorted.filter(({ id }) => found.has(id)) : list.unsorted
  const hasOwn = list.applicable.some((code) => code.own)

  const toggle = useStable((id: CodeId) =>
    setClosed(
      (before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]),
    ),
  )
  const pressed = useStable(press)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape") {
      setTyped("")
      event.currentTarget.blur()
    } else if (event.key === "Enter" && filtering && first) {
      press(first)
      setTyped("")
      event.currentTarget.blur()
    }
  }
  const line = (code: ListedCode) => (
    <CodeLine
      key={code.id}
      code={code}
      count={countOf(code.id)}
      chosen={code.id === chosen}
      closed={closed.has(code.id)}
      toggle={code.codable ? null : toggle}
      press={pressed}
      edit={code.own ? edit : null}
    />
  )
  return (
    <aside className="side left" aria-label={t("title")}>
      <header>
        <h2>{t("title")}</h2>
        <span className="q small num grow">{list.applicable.length}</span>
        <IconButton icon="plus" label={t("new")} shortcut="N" onClick={() => setNaming(true)} />
      </header>
      <div className="filter">
        <TextField
          ref={filter}
          label={t("filter")}
          hideLabel
          icon="filter"
          placeholder={t("filter")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          end={<Kbd>/</Kbd>}
        />
      </div>
      <div className="body">
        {naming && (
          <NewCodeField
            taken={(name) => list.applicable.some((code) => sameName(code.name, name))}
            create={create}
            close={() => setNaming(false)}
          />
        )}
        {list.applicable.length === 0 && !naming && <p className="small q empty-codes">{t("none")}</p>}
        {filtering && !first && <p className="small q empty-codes">{t("noMatch")}</p>}
        <ul className="codes">
          {sorted.map(line)}
          {list.sorted.length > 0 && unsorted.length > 0 && !filtering && (
            <li className="category">
              <div className="line">
                <span className="twist" />
                <span className="swatch" aria-hidden="true" />
                <span className="name">{t("unsorted")}</span>
              </div>
            </li>
          )}
          {unsorted.map(line)}
        </ul>
        {hasOwn && <p className="small q own-note">{t.rich("ownNote", { i: (text) => <i>{text}</i> })}</p>}
      </div>
      <div className="foot hints">
        <p className="small q2">{t("hints.how")}</p>
        {(["c", "v", "n", "r"] as const).map((key) => (
          <span key={key}>
            <Kbd>{key.toUpperCase()}</Kbd> {t(`hints.${key}`)}
          </span>
        ))}
      </div>
    </aside>
  )
}

/** Leaves out what lies under a closed category. */
function hideClosed(codes: readonly ListedCode[], closed: ReadonlySet<CodeId>): ListedCode[] {
  let under: number | null = null
  return codes.filter((code) => {
    if (under !== null && code.depth > under) return false
    under = closed.has(code.id) ? code.depth : null
    return true
  })
}
