import { notFound } from "next/navigation"
import { Gallery } from "./Gallery"

/** Every part and state on one page, in development only. */
export default function Page() {
  if (process.env.NODE_ENV === "production") notFound()
  return <Gallery />
}
