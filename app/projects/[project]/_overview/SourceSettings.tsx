"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useEffect, useState } from "react"
import type { sourceFor } from "../../../../server/queries/source"
import { ask } from "../../../_sync/api"
import { useChange } from "../../../_sync/useChange"
import { useProblem } from "../../../_sync/useProblem"
import { Button } from "../../../_ui/Button"
import { Dialog, DialogClose } from "../../../_ui/Dialog"
import { Alert, Skeleton } from "../../../_ui/States"
import { AboutFields } from "../sources/new/AboutFields"
import { PolicyCards } from "../sources/new/PolicyCards"
import { AskWeaker } from "./AskWeaker"

type SourceSeen = Awaited<ReturnType<typeof sourceFor>>

interface Props {
  readonly source: { readonly id: string; readonly title: string }
  readonly close: () => void
}

/**
 * What a source says of itself, and when its coders see each other's coding: until the first passage is completed it
 * is changed here, afterwards it is asked of them.
 */
export function SourceSettings({ source, close }: Props) {
  const t = useTranslations("overview.acts")
  const common = useTranslations("common")
  const path = `/api/sources/${source.id}`
  const sentence = useProblem()
  const { busy, failed, change } = useChange({ done: close })
  const [seen, setSeen] = useState<SourceSeen | null>(null)
  const [missing, setMissing] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when it opens
  useEffect(() => {
    ask<SourceSeen>("GET", path).then(setSeen, (error) => setMissing(sentence(error)))
  }, [path])

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { title, kind, context_who: who, context_where: where, context_how: how, blindness } = read(event)
    const body = { title, kind, context: { who, where, how }, ...(blindness ? { blindness } : {}) }
    void change(() => ask("PATCH", path, body))
  }
  const wrong = failed ?? missing
  return (
    <Dialog
      open
      wide
      onOpenChange={close}
      title={t("settingsOf", { title: source.title })}
      footer={
        <>
          <DialogClose>
            <Button kind="bare">{common("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form="source-settings" kind="primary" busy={busy} disabled={!seen}>
            {common("save")}
          </Button>
        </>
      }
    >
      {seen ? (
        <form id="source-settings" className="stack" onSubmit={save}>
          <About seen={seen} />
          {seen.coders.length > 1 && <Policy seen={seen} close={close} />}
        </form>
      ) : (
        !missing && <Skeleton lines={5} />
      )}
      {wrong && <Alert>{wrong}</Alert>}
    </Dialog>
  )
}

function About({ seen: { source } }: { readonly seen: SourceSeen }) {
  const [title, setTitle] = useState(source.title)
  return <AboutFields title={title} onTitle={setTitle} known={source} />
}

interface PolicyProps {
  readonly seen: SourceSeen
  readonly close: () => void
}

function Policy({ seen: { source, weakening }, close }: PolicyProps) {
  const t = useTranslations("source.coding")
  if (!source.codingOpened) return <PolicyCards policy={source.blindness} />
  return (
    <div className="stack">
      <h3 className="strong">{t("when")}</h3>
      <p>
        <b className="strong">{t(`policy.${source.blindness}.name`)}</b>
        <br />
        <span className="small q2">{t(`policy.${source.blindness}.hint`)}</span>
      </p>
      <AskWeaker source={source.id} policy={source.blindness} asked={weakening} close={close} />
    </div>
  )
}

function read(event: FormEvent<HTMLFormElement>): Readonly<Record<string, string>> {
  return Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
}
