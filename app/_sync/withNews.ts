/** What is known with what is news in it; the very same object where nothing is, so that nothing is drawn again for it. */
export function withNews<Known extends object>(known: Known, news: Partial<Known>): Known {
  const names = Object.keys(news) as (keyof Known)[]
  return names.every((name) => Object.is(known[name], news[name])) ? known : { ...known, ...news }
}
