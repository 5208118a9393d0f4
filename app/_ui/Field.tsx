import { type ComponentProps, type ReactNode, useId } from "react"
import { classes } from "./classes"
import { Icon } from "./Icon"
import type { IconName } from "./icons"

interface Line {
  readonly label: ReactNode
  /** Keeps the label for those who hear the page, where its place already says it. */
  readonly hideLabel?: boolean
  readonly hint?: ReactNode
  /** What is wrong and how to mend it. */
  readonly error?: ReactNode
  /** At the end of the label's line: a link, a count. */
  readonly aside?: ReactNode
  readonly big?: boolean
}

interface Wiring {
  readonly id: string
  readonly "aria-describedby": string | undefined
  readonly "aria-invalid": true | undefined
}

/** A labelled line of a form around any control, which takes the wiring it is given. */
export function Field({
  label,
  hideLabel,
  hint,
  error,
  aside,
  children,
}: Line & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId()
  const described = classes(hint ? `${id}-hint` : null, error ? `${id}-error` : null)
  return (
    <div className="form-line">
      <div className={classes(hideLabel ? "vh" : "head")}>
        <label htmlFor={id} className="grow">
          {label}
        </label>
        {aside}
      </div>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="wrong" id={`${id}-error`} role="alert">
          <Icon name="warning" />
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}

interface TextProps extends Line {
  readonly icon?: IconName
  /** Inside the box, after the words: a key, a count, a button. */
  readonly end?: ReactNode
}

export function TextField({
  label,
  hideLabel,
  hint,
  error,
  aside,
  big,
  icon,
  end,
  ...rest
}: TextProps & ComponentProps<"input">) {
  return (
    <Field {...{ label, hideLabel, hint, error, aside }}>
      {(wiring) => (
        <span className={classes("field", big && "big")}>
          {icon && <Icon name={icon} />}
          <input type="text" {...rest} {...wiring} />
          {end}
        </span>
      )}
    </Field>
  )
}

export function TextArea({
  label,
  hideLabel,
  hint,
  error,
  aside,
  big: _,
  ...rest
}: Line & ComponentProps<"textarea">) {
  return (
    <Field {...{ label, hideLabel, hint, error, aside }}>
      {(wiring) => (
        <span className="field">
          <textarea rows={3} {...rest} {...wiring} />
        </span>
      )}
    </Field>
  )
}

/** The device's own list: takes `<option>` children. */
export function Select({
  label,
  hideLabel,
  hint,
  error,
  aside,
  big,
  ...rest
}: Line & ComponentProps<"select">) {
  return (
    <Field {...{ label, hideLabel, hint, error, aside }}>
      {(wiring) => (
        <span className={classes("field", big && "big")}>
          <select {...rest} {...wiring} />
          <Icon name="chevronDown" />
        </span>
      )}
    </Field>
  )
}
