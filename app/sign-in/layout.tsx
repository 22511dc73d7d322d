import type { ReactNode } from "react"
import "./sign-in.css"

/** What only the pages of signing in need of styles. */
export default function SignInLayout({ children }: { children: ReactNode }) {
  return children
}
