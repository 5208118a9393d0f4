"use client"

import { AppShell } from "../../_ui/AppShell"
import { Desk } from "./Desk"
import { Top } from "./Gallery"
import "./gallery.css"

export function DeskPage() {
  return (
    <AppShell fill top={<Top />}>
      <Desk />
    </AppShell>
  )
}
