"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useId, useRef } from "react"
import { classes } from "../_ui/classes"
import { IconButton } from "../_ui/IconButton"
import { Menu, MenuItem } from "../_ui/Menu"
import { useToast } from "../_ui/Toasts"
import { ScrollX } from "./ScrollX"
import { download, pngFile, svgFile } from "./saveDrawing"

interface Props {
  readonly title: string
  /** What is seen, for those who do not see it. */
  readonly description: string
  readonly size: { readonly width: number; readonly height: number }
  /** As wide as there is room, where little is written in it. */
  readonly fluid?: boolean
  /** Its file's name, without ending. */
  readonly file: string
  /** Takes the numbers behind it as a table. */
  readonly csv?: () => void
  /** The same as a table. */
  readonly table: ReactNode
  /** Beside the button, before the drawing. */
  readonly head?: ReactNode
  readonly children: ReactNode
}

/** A drawing with its words, its table, and the ways to keep it. */
export function Drawing({ title, description, size, fluid, file, csv, table, head, children }: Props) {
  const t = useTranslations("agreement.drawing")
  const say = useToast()
  const id = useId()
  const drawing = useRef<SVGSVGElement>(null)
  const keep = (make: typeof svgFile, ending: string) => async () => {
    try {
      download(await make(drawing.current!), `${file}.${ending}`)
    } catch {
      say(t("failed"))
    }
  }
  return (
    <figure className="drawing-frame">
      <div className="row top-aligned">
        <div className="grow">{head}</div>
        <Menu trigger={<IconButton icon="download" label={t("saveAs", { title })} />}>
          <MenuItem onSelect={keep(svgFile, "svg")}>{t("svg")}</MenuItem>
          <MenuItem onSelect={keep((svg) => pngFile(svg), "png")}>{t("png")}</MenuItem>
          {csv && <MenuItem onSelect={csv}>{t("csv")}</MenuItem>}
        </Menu>
      </div>
      <ScrollX label={title}>
        <svg
          ref={drawing}
          className={classes("drawing", fluid && "fluid")}
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
          viewBox={`0 0 ${size.width} ${size.height}`}
          style={{ width: fluid ? "100%" : size.width }}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{description}</desc>
          {children}
        </svg>
      </ScrollX>
      <details className="small">
        <summary>{t("table")}</summary>
        <ScrollX label={title}>{table}</ScrollX>
      </details>
    </figure>
  )
}
