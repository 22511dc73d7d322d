import type { ReactNode } from "react"
import "./styles/console.css"

/** The console's own styles, which no other page needs. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return children
}
