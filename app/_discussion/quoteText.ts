/** The first words of a quote, cut between words. */
export function beginningOf(quote: string, most = 60): string {
  if (quote.length <= most) return quote
  const cut = quote.lastIndexOf(" ", most)
  return `${quote.slice(0, cut > most / 2 ? cut : most)}…`
}
