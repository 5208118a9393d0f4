"use client"
import { AppShell } from "../../_ui/AppShell"
import { Button } from "../../_ui/Button"
import { TopBar } from "../../_ui/TopBar"
export function Gallery() {
  return (
    <AppShell top={<TopBar crumbs={[{ label: "Étude" }]} account={{ name: "Ana", side: "a" }} />}>
      <div className="main">
        <h1 className="title">Pièces</h1>
        <Button kind="primary">Proposer</Button>
      </div>
    </AppShell>
  )
}
