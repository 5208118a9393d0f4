/** What somebody asks for that does not stand yet; words by themselves, without the spaces around them. */
export function changesIn<Settings extends object>(
  standing: Settings,
  asked: Partial<Settings>,
): Partial<Settings> {
  const differs = ([name, value]: [string, unknown]) => trimmed(value) !== standing[name as keyof Settings]
  return Object.fromEntries(Object.entries(asked).filter(differs)) as Partial<Settings>
}

function trimmed(value: unknown): unknown {
  return typeof value === "string" ? value.trim() : value
}
