import { type FormEvent, useState } from "react"
import { Button } from "../../../../../_ui/Button"
import { TextField } from "../../../../../_ui/Field"

interface Props {
  readonly label: string
  readonly act: string
  /** For thumbs. */
  readonly big?: boolean
  readonly add: (text: string) => void
}

/** One line more of a list. */
export function AddLine({ label, act, big, add }: Props) {
  const [typed, setTyped] = useState("")
  const text = typed.trim()
  function submit(event: FormEvent) {
    event.preventDefault()
    if (text === "") return
    add(text)
    setTyped("")
  }
  return (
    <form className="row" onSubmit={submit}>
      <span className="grow">
        <TextField
          big={big}
          label={label}
          hideLabel
          placeholder={label}
          maxLength={300}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </span>
      <Button type="submit" {...(big ? { size: "big" } : { icon: "plus" })} disabled={text === ""}>
        {act}
      </Button>
    </form>
  )
}
