import type { ReactNode } from "react"
import type { Side } from "../../core/model"
import type { Caller } from "../../server/session"
import { DeviceOf } from "../_device/DeviceOf"
import { OutgoingOf } from "../_sync/Outgoing"
import { AppShell } from "../_ui/AppShell"
import type { Tab } from "../_ui/Tabs"
import { type Crumb, TopBar } from "../_ui/TopBar"
import { AccountItems } from "./AccountItems"
import { KeepApp } from "./KeepApp"
import { LateNotice } from "./LateNotice"
import { SigningOut } from "./SigningOut"

export interface FrameProps {
  /** Between the tabs and the language: presence, saved or not. */
  readonly end?: ReactNode
  /** As high as the window; the page brings its own `<main id="main" tabIndex={-1}>`. */
  readonly fill?: boolean
  readonly children: ReactNode
}

interface Props extends FrameProps {
  readonly caller: Pick<Caller, "id" | "name" | "email">
  /** Which of the pair the reader is here. */
  readonly side?: Side | null
  readonly crumbs?: readonly Crumb[]
  readonly tabs?: readonly Tab[]
}

/** The frame of every page that somebody signed in sees. */
export function Frame({ caller, side, crumbs, tabs, end, fill, children }: Props) {
  const { id, name, email } = caller
  return (
    <DeviceOf member={id}>
      <OutgoingOf member={id}>
        <KeepApp />
        <SigningOut member={id}>
          <AppShell
            fill={fill}
            top={
              <>
                <TopBar
                  home="/projects"
                  crumbs={crumbs}
                  tabs={tabs}
                  end={end}
                  account={{ name, email, ...(side ? { side } : {}) }}
                  accountItems={<AccountItems />}
                />
                <LateNotice />
              </>
            }
          >
            {children}
          </AppShell>
        </SigningOut>
      </OutgoingOf>
    </DeviceOf>
  )
}
