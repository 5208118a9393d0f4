"use client"

import type { ReactNode } from "react"
import { AppShell } from "../../_ui/AppShell"
import { IconButton } from "../../_ui/IconButton"
import { MenuItem } from "../../_ui/Menu"
import { SyncState } from "../../_ui/SyncState"
import { TopBar } from "../../_ui/TopBar"
import { Who } from "../../_ui/Who"
import { Buttons, Choices, Fields } from "./Controls"
import { Figures, Glyphs, Icons, People } from "./Identity"
import { Opening } from "./Opening"
import { Nothing, Sources } from "./Pages"
import { Overlaps } from "./Reading"
import "./gallery.css"

const tabs = [
  { href: "/debug/ui", label: "Pièces", exact: true },
  { href: "/debug/ui/desk", label: "Coder" },
  { href: "/debug/review", label: "Confronter", count: 4, hot: true },
]

export function Gallery() {
  return (
    <AppShell top={<Top />}>
      <div className="gallery">
        <h1 className="title">Pièces et états</h1>
        <Part title="Qui" content={<People />} />
        <Part title="Quel désaccord, où en est-on" content={<Glyphs />} />
        <Part title="Enregistrement" content={<Syncs />} />
        <Part title="Comment les traits se superposent" wide content={<Overlaps />} />
        <Part title="Vide, en attente, en panne" wide content={<Nothing />} />
        <Part title="Boutons et focus" content={<Buttons />} />
        <Part title="Champs" content={<Fields />} />
        <Part title="Choix" content={<Choices />} />
        <Part title="Ce qui s’ouvre" content={<Opening />} />
        <Part title="Mesures" content={<Figures />} />
        <Part title="Dessins" content={<Icons />} />
        <Part title="Tableau" full content={<Sources />} />
      </div>
    </AppShell>
  )
}

export function Top() {
  return (
    <TopBar
      crumbs={[{ label: "Alléger l’ordonnance", href: "/debug/ui" }, { label: "Entretien M7" }]}
      tabs={tabs}
      end={<Presence />}
      account={{ name: "Ana", email: "ana@example.org", side: "a" }}
      accountItems={<MenuItem icon="signOut">Se déconnecter</MenuItem>}
    />
  )
}

function Part({
  title,
  content,
  wide,
  full,
}: {
  title: string
  content: ReactNode
  wide?: boolean
  full?: boolean
}) {
  return (
    <section className={full ? "full" : wide ? "wide" : undefined}>
      <h2>{title}</h2>
      {content}
    </section>
  )
}

function Presence() {
  return (
    <>
      <span className="row small q wide-only">
        Ben est là <Who side="b" name="Ben" size="usual" silent />
      </span>
      <SyncState sync={{ state: "saved", offline: false }} reload={() => location.reload()} />
      <IconButton icon="search" label="Chercher" shortcut="⌘K" />
    </>
  )
}

function Syncs() {
  return (
    <ul className="stack">
      <li>
        <SyncState sync={{ state: "saved", offline: false }} reload={() => location.reload()} />
      </li>
      <li>
        <SyncState sync={{ state: "here", offline: false, waiting: 2 }} reload={() => location.reload()} />
      </li>
      <li>
        <SyncState sync={{ state: "here", offline: true, waiting: 2 }} reload={() => location.reload()} />
      </li>
      <li>
        <SyncState sync={{ state: "closed", kept: true }} reload={() => location.reload()} />
      </li>
    </ul>
  )
}
