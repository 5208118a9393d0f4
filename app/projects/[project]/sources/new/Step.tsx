import type { ReactNode } from "react"

interface Props {
  readonly number: number
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
}

/** One of the things to do, in their order. */
export function Step({ number, title, lead, children }: Props) {
  return (
    <li className="arriving">
      <span className="n" aria-hidden="true">
        {number}
      </span>
      <section className="grow stack loose" aria-label={title}>
        <div>
          <h2>{title}</h2>
          {lead && <p className="q2 prose">{lead}</p>}
        </div>
        {children}
      </section>
    </li>
  )
}
