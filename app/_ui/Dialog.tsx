"use client"

import { useTranslations } from "next-intl"
import { Dialog as Primitive } from "radix-ui"
import type { ReactNode } from "react"
import { classes } from "./classes"
import { Icon } from "./Icon"
import { useOpener } from "./useOpener"

interface Props {
  readonly title: ReactNode
  readonly description?: ReactNode
  /** One element that opens it; or else `open` and `onOpenChange`. */
  readonly trigger?: ReactNode
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly wide?: boolean
  /** Keeps the title for those who hear the page, where what is inside begins with the same words. */
  readonly hideTitle?: boolean
  /** Buttons, the one that does it last. */
  readonly footer?: ReactNode
  readonly children?: ReactNode
}

/** A panel that waits for an answer. Focus goes in, stays in, and comes back; Escape closes. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  wide,
  footer,
  hideTitle,
  children,
}: Props) {
  const t = useTranslations("common")
  const giveBack = useOpener(open ?? false)
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className="scrim" />
        <Primitive.Content
          className={classes("dialog", wide && "wide")}
          onCloseAutoFocus={giveBack}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <header className={classes(hideTitle && "vh")}>
            <Primitive.Title>{title}</Primitive.Title>
          </header>
          <div className="body stack loose">
            {description && <Primitive.Description className="q2">{description}</Primitive.Description>}
            {children}
          </div>
          {footer && <footer>{footer}</footer>}
          {/* Last, so that focus first meets what was asked for. */}
          <Primitive.Close className="icon-btn close" aria-label={t("close")}>
            <Icon name="close" />
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

/** Put around a button of the footer to make it close the dialog. */
export function DialogClose({ children }: { readonly children: ReactNode }) {
  return <Primitive.Close asChild>{children}</Primitive.Close>
}
