import { useTranslations } from "next-intl"
import { Fact } from "./Fact"

export interface PrintedQuestion {
  readonly id: string
  readonly text: string
  readonly prompts: readonly { readonly id: string; readonly text: string }[]
}

interface Props {
  readonly title: string
  readonly subtitle: string
  readonly questions: readonly PrintedQuestion[]
  /** What is known of the day already; what is not is left to be written in. */
  readonly facts?: {
    readonly date?: string | undefined
    readonly place?: string | undefined
    readonly people?: string | undefined
  }
}

/** A guide on paper: boxes to tick, the time to write beside each, and room for notes. Only there where it is printed. */
export function PrintedGuide({ title, subtitle, questions, facts = {} }: Props) {
  const t = useTranslations("guide.paper")
  return (
    <section className="printed-guide on-paper" aria-hidden="true">
      <header>
        <p className="printed-title">{title}</p>
        <p className="printed-subtitle">{subtitle}</p>
      </header>
      <div className="printed-facts">
        <Fact name={t("date")}>{facts.date}</Fact>
        <Fact name={t("place")}>{facts.place}</Fact>
        <Fact name={t("begun")} />
        <Fact name={t("ended")} />
        <Fact name={t("animator")} />
        <Fact name={t("observer")} />
        <Fact name={t("people")} wide>
          {facts.people}
        </Fact>
      </div>
      <ol>
        {questions.map(({ id, text, prompts }, at) => (
          <li key={id}>
            <span className="printed-box" />
            <div>
              <p className="printed-question">
                <span className="printed-number">{at + 1}</span> {text}
              </p>
              {prompts.length > 0 && (
                <ul>
                  {prompts.map((prompt) => (
                    <li key={prompt.id}>
                      <span className="printed-box small" /> {prompt.text}
                    </li>
                  ))}
                </ul>
              )}
              <Room lines={2} />
            </div>
            <span className="printed-time">{t("at")} ……:……</span>
          </li>
        ))}
      </ol>
      <p className="printed-question">{t("extra")}</p>
      <Room lines={4} />
      <p className="printed-question">{t("extraNote")}</p>
      <Room lines={4} />
    </section>
  )
}

/** Lines to write on. */
function Room({ lines }: { readonly lines: number }) {
  return (
    <div className="printed-room">
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} />
      ))}
    </div>
  )
}
