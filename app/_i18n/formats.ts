import type { Formats } from "next-intl"

/** Named ways to write dates and numbers: `format.dateTime(date, "day")`. */
export const formats = {
  dateTime: {
    day: { day: "numeric", month: "long", year: "numeric" },
    shortDay: { day: "numeric", month: "short" },
    moment: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
    datedMoment: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
    time: { hour: "2-digit", minute: "2-digit" },
  },
  number: {
    percent: { style: "percent", maximumFractionDigits: 0 },
    coefficient: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  },
} satisfies Formats
