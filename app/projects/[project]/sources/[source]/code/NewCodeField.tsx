"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { TextField } from "../../../../../_ui/Field"

interface Props {
  readonly taken: (name: string) => boolean
  readonly create: (name: string) => void
  readonly close: () => void
}

/** A new code at once: type, Enter. Stays open for the next one; Escape or leaving it empty closes. */
export function NewCodeField({ taken, create, close }: Props) {
  const t = useTranslations("desk.codes")
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState("")
  const double = name.trim() !== "" && taken(name)
  useEffect(() => field.current?.focus(), [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === "" || double) return
    create(name.trim())
    setName("")
    close()
  }
  return (
    <form className="new-code" onSubmit={submit}>
      <TextField
        ref={field}
        label={t("newName")}
        hideLabel
        placeholder={t("newName")}
        maxLength={200}
        value={name}
        error={double ? t("taken") : undefined}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && close()}
        onBlur={() => name.trim() === "" && close()}
      />
    </form>
  )
}
