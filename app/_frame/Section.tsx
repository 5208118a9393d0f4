import { type ReactNode, useId } from "react"

interface Props {
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
}

/** A part of a page of settings, under its own heading. */
export function Section({ title, lead, children }: Props) {
  const id = useId()
  return (
    <section className="stack loose" aria-labelledby={id}>
      <div>
        <h2 className="section-title" id={id}>
          {title}
        </h2>
        {lead && <p className="q2 prose">{lead}</p>}
      </div>
      {children}
    </section>
  )
}
