/** What a reader may choose; "system" follows the device. The dim theme is a screen's own choice, not a reader's. */
export const themes = ["system", "light", "dark"] as const
export type Theme = (typeof themes)[number]

export const themeCookie = "theme"

/** The theme that a cookie asks for; anything else follows the device. */
export function themeFrom(cookie: string | undefined): Theme {
  return themes.find((theme) => theme === cookie) ?? "system"
}
