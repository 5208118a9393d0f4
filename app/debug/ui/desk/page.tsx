import { notFound } from "next/navigation"
import { DeskPage } from "../DeskPage"

export default function Page() {
  if (process.env.NODE_ENV === "production") notFound()
  return <DeskPage />
}
