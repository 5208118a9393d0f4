"use client"

import { type ReactNode, useState } from "react"
import { Button } from "./Button"
import { TextField } from "./Field"

interface Props {
  /** Asks for the name. */
  readonly label: ReactNode
  /** What has to be typed. */
  readonly name: string
  /** The verb on the button. */
  readonly confirm: ReactNode
  readonly busy: boolean
  readonly onConfirm: (typed: string) => void
}

/** Before what does not come back: a line to type a name in, and a button that works once it stands there. */
export function useTypedConfirm({ label, name, confirm, busy, onConfirm }: Props) {
  const [typed, setTyped] = useState("")
  return {
    field: (
      <TextField
        label={label}
        value={typed}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
    ),
    button: (
      <Button
        kind="danger"
        icon="trash"
        busy={busy}
        disabled={typed.trim() !== name.trim()}
        onClick={() => onConfirm(typed)}
      >
        {confirm}
      </Button>
    ),
  }
}
