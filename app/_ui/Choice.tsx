import { type ComponentProps, type ReactNode, useId } from "react"

interface TickProps extends Omit<ComponentProps<"input">, "type" | "children"> {
  readonly label: ReactNode
  readonly hint?: ReactNode
}

export function Checkbox(props: TickProps) {
  return <Tick {...props} />
}

/** On or off, at once; for what waits for a button use a Checkbox. */
export function Switch(props: TickProps) {
  return <Tick {...props} role="switch" />
}

function Tick({ label, hint, ...rest }: TickProps & { readonly role?: string }) {
  const id = useId()
  return (
    <label className="tick">
      <input type="checkbox" aria-describedby={hint ? id : undefined} {...rest} />
      <span>{label}</span>
      {hint && (
        <span className="hint" id={id}>
          {hint}
        </span>
      )}
    </label>
  )
}

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  /** What follows from it, in one sentence. */
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

interface GroupProps<Value extends string> {
  /** What is being chosen, for those who hear the page. */
  readonly label: string
  readonly options: readonly Option<Value>[]
  /** Null while nothing is chosen. Leave it out in a form that is read when it is sent. */
  readonly value?: Value | null
  /** Where `value` is left out: what is chosen at first; nothing, unless it is said. */
  readonly defaultValue?: Value
  readonly onChange?: (value: Value) => void
  readonly name?: string
  readonly required?: boolean
}

/** One of a few, side by side. */
export function Segmented<Value extends string>(props: GroupProps<Value>) {
  return (
    <div className="seg" role="radiogroup" aria-label={props.label}>
      {useRadios(props).map(({ input, option }) => (
        <label key={option.value}>
          <input {...input} />
          {option.label}
        </label>
      ))}
    </div>
  )
}

/** One of a few, each in a box with its consequence. */
export function ChoiceCards<Value extends string>(props: GroupProps<Value>) {
  return (
    <div className="choices" role="radiogroup" aria-label={props.label}>
      {useRadios(props).map(({ input, option }) => (
        <label key={option.value} className="choice">
          <input {...input} />
          <span className="strong">{option.label}</span>
          {option.hint && <span className="hint">{option.hint}</span>}
        </label>
      ))}
    </div>
  )
}

function useRadios<Value extends string>({
  options,
  value,
  defaultValue,
  onChange,
  name,
  required,
}: GroupProps<Value>) {
  const id = useId()
  return options.map((option) => ({
    option,
    input: {
      type: "radio",
      name: name ?? id,
      value: option.value,
      disabled: option.disabled,
      required,
      ...(value === undefined
        ? { defaultChecked: defaultValue === option.value }
        : { checked: value === option.value }),
      onChange: onChange && (() => onChange(option.value)),
      ...(value !== undefined && !onChange ? { readOnly: true } : {}),
    } as const,
  }))
}
