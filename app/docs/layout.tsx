import type { ReactNode } from "react"
import "./styles/docs.css"

/** The reference's own styles, which no other page needs. */
export default function DocsLayout({ children }: { children: ReactNode }) {
  return children
}
