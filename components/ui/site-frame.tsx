import type { ReactNode } from "react"
import { KeyMark } from "@/components/ui/key-mark"

type Brand = { name: string; mark?: string | null | undefined }
const ours: Brand = { name: "Latchkey" }

/** What every page has around it. Links are plain: each page is a document of its own, with its own focus and title. */
export function SiteFrame({ brand = ours, children }: { brand?: Brand; children: ReactNode }) {
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to main content
      </a>
      <header className="site-header">
        <a className="brand" href="/">
          <KeyMark mark={brand.mark} name={brand.name} />
          {brand.name}
        </a>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <p>
          {brand.name} asks for a PIN, never for a password. Nobody from {brand.name} will ever ask you for your PIN.
        </p>
        <p>
          <a href="/docs">API reference</a>
        </p>
      </footer>
    </>
  )
}
