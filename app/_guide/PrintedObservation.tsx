import { useTranslations } from "next-intl"
import { seatAt } from "../../core/seating"
import { Fact } from "./Fact"

interface Props {
  readonly title: string
  readonly date: string | undefined
  readonly place: string
  /** Letters, in the order of their seats. */
  readonly people: readonly string[]
  readonly signs: readonly { readonly id: string; readonly text: string }[]
}

/** So many lines fill two pages. */
const LINES = 44

/** A sheet to observe on without a device: who sits where, signs by their numbers, and a line a moment. */
export function PrintedObservation({ title, date, place, people, signs }: Props) {
  const t = useTranslations("guide.paper")
  return (
    <section className="printed-guide printed-observation on-paper" aria-hidden="true">
      <header>
        <p className="printed-title">{title}</p>
        <p className="printed-subtitle">{t("observation")}</p>
      </header>
      <div className="printed-facts">
        <Fact name={t("date")}>{date}</Fact>
        <Fact name={t("place")}>{place}</Fact>
        <Fact name={t("begun")} />
        <Fact name={t("ended")} />
        <Fact name={t("recorder")} />
        <Fact name={t("clap")} />
        <Fact name={t("animator")} />
        <Fact name={t("observer")} />
      </div>
      <div className="printed-around">
        <div className="printed-table">
          {people.map((letter, seat) => {
            const { x, y } = seatAt(seat, people.length)
            return (
              <span key={letter} style={{ left: `${x}%`, top: `${y}%` }}>
                {letter}
              </span>
            )
          })}
        </div>
        <ol className="printed-signs">
          {signs.map(({ id, text }, at) => (
            <li key={id}>
              <b>{at + 1}</b> {text}
            </li>
          ))}
        </ol>
      </div>
      <table>
        <thead>
          <tr>
            <th>{t("time")}</th>
            <th>{t("who")}</th>
            <th>{t("what")}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: LINES }, (_, line) => (
            <tr key={line}>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
