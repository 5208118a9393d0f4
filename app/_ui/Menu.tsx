"use client"

import Link from "next/link"
import { DropdownMenu as Primitive } from "radix-ui"
import type { ReactNode } from "react"
import { classes } from "./classes"
import { Icon } from "./Icon"
import type { IconName } from "./icons"

interface Props {
  /** One button, with a name. */
  readonly trigger: ReactNode
  readonly align?: "start" | "end"
  readonly children: ReactNode
}

/** Acts behind a button: arrows move, letters jump, Escape closes. */
export function Menu({ trigger, align = "end", children }: Props) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content className="menu" align={align} sideOffset={6} collisionPadding={8}>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

interface ItemProps {
  readonly icon?: IconName
  readonly shortcut?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly children: ReactNode
}

export function MenuItem({ onSelect, danger, disabled, ...inside }: ItemProps & { onSelect?: () => void }) {
  return (
    <Primitive.Item className={classes(danger && "danger")} disabled={disabled} onSelect={onSelect}>
      <Inside {...inside} />
    </Primitive.Item>
  )
}

export function MenuLink({ href, danger, disabled, ...inside }: ItemProps & { href: string }) {
  return (
    <Primitive.Item asChild disabled={disabled} className={classes(danger && "danger")}>
      <Link href={href}>
        <Inside {...inside} />
      </Link>
    </Primitive.Item>
  )
}

interface RadiosProps<Value extends string> {
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
}

/** One of several, inside a menu. */
export function MenuRadios<Value extends string>({ value, onChange, options }: RadiosProps<Value>) {
  return (
    <Primitive.RadioGroup value={value} onValueChange={(chosen) => onChange(chosen as Value)}>
      {options.map((option) => (
        <Primitive.RadioItem key={option.value} value={option.value}>
          <Dot />
          {option.label}
        </Primitive.RadioItem>
      ))}
    </Primitive.RadioGroup>
  )
}

interface CheckProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
}

export function MenuCheck({ checked, onChange, children }: CheckProps) {
  return (
    <Primitive.CheckboxItem checked={checked} onCheckedChange={onChange}>
      <Dot />
      {children}
    </Primitive.CheckboxItem>
  )
}

export function MenuHeading({ children }: { readonly children: ReactNode }) {
  return <Primitive.Label className="heading">{children}</Primitive.Label>
}

export function MenuRule() {
  return <Primitive.Separator className="rule" />
}

function Dot() {
  return (
    <span className="dot">
      <Primitive.ItemIndicator>
        <Icon name="check" />
      </Primitive.ItemIndicator>
    </span>
  )
}

function Inside({ icon, shortcut, children }: Pick<ItemProps, "icon" | "shortcut" | "children">) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {shortcut && <span className="k">{shortcut}</span>}
    </>
  )
}
