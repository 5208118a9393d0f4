import Link from "next/link"

/** Two readings of the same words: a disc and a hatched square that overlap. */
export function Logo({ href = "/" }: { readonly href?: string }) {
  return (
    <Link className="logo" href={href} aria-label="Binôme">
      <svg viewBox="0 0 25 18" aria-hidden="true">
        <circle cx="9" cy="9" r="8" fill="var(--a)" />
        <g fill="none" stroke="var(--b)" strokeWidth="1.6">
          <path d="M10.8 2.8h12.4v12.4H10.8z" fill="var(--paper)" fillOpacity=".55" />
          <path d="M11 9.5 17.5 3M11 14.8 22.8 3M16 15l7-7" />
        </g>
      </svg>
      <span className="word">Binôme</span>
    </Link>
  )
}
