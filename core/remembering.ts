/**
 * The same function, which makes nothing twice: for a value it has seen it answers with what it made then, the same
 * object. For functions that answer from their argument alone; forgets a value with the last other reference to it.
 */
export function remembering<Value extends object, Made>(
  make: (value: Value) => Made,
): (value: Value) => Made {
  const known = new WeakMap<Value, { readonly made: Made }>()
  return (value) => {
    const before = known.get(value)
    if (before) return before.made
    const made = make(value)
    known.set(value, { made })
    return made
  }
}
