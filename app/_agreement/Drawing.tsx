"use client"

import Link from "next/link"
import { useTranslations } from "next-intl"
import { type ReactNode, useId, useRef } from "react"
import { classes } from "../_ui/classes"
import { IconButton } from "../_ui/IconButton"
import { Menu, MenuItem } from "../_ui/Menu"
import { ScrollX } from "../_ui/ScrollX"
import { useToast } from "../_ui/Toasts"
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
  /** Places on it that lead on, for a pointer; the table leads there too. */
  readonly links?: readonly DrawnLink[]
  /** As wide as the drawing, right under it. */
  readonly under?: ReactNode
  readonly children: ReactNode
}

export interface DrawnLink {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly href: string
  readonly title: string
}

/** A drawing with its words, its table, and the ways to keep it. */
export function Drawing(props: Props) {
  const { title, description, size, fluid, file, csv, table, head, links = [], under, children } = props
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
        <div className={classes("drawn", fluid && "fluid")} style={fluid ? undefined : { width: size.width }}>
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
          {links.length > 0 && (
            <div aria-hidden="true" className="drawn-links">
              {links.map(({ x, y, width, height, href, title }) => (
                <Link
                  key={href}
                  href={href}
                  title={title}
                  tabIndex={-1}
                  style={{ left: x, top: y, width, height }}
                />
              ))}
            </div>
          )}
          {under}
        </div>
      </ScrollX>
      <details className="small">
        <summary>{t("table")}</summary>
        <ScrollX label={title}>{table}</ScrollX>
      </details>
    </figure>
  )
}
