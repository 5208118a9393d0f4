import type { messages } from "../_messages/fr"
import type { formats } from "./formats"
import type { Locale } from "./locale"

/** French is written first, so its files say which keys exist: a key that they lack does not compile. */
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale
    Messages: typeof messages
    Formats: typeof formats
  }
}
