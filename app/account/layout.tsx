import type { ReactNode } from "react"
import "./sections.css"

/** What only the account's pages need of styles. */
export default function AccountLayout({ children }: { children: ReactNode }) {
  return children
}
