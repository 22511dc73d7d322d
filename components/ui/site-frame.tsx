import type { ReactNode } from "react"
import { KeyMark } from "@/components/ui/key-mark"

type Brand = { name: string; mark?: string | null | undefined }
type Props = {
  brand?: Brand
  words: { skip: string; promise: string; reference: string }
  /** The switch of languages. */
  languages?: ReactNode
  children: ReactNode
}
const ours: Brand = { name: "Latchkey" }

/** What every page has around it. Links are plain: each page is a document of its own, with its own focus and title. */
export function SiteFrame({ brand = ours, words, languages, children }: Props) {
  return (
    <>
      <a className="skip-link" href="#main">
        {words.skip}
      </a>
      <header className="site-header">
        <a className="brand" href="/">
          <KeyMark mark={brand.mark} name={brand.name} />
          {brand.name}
        </a>
        {languages}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <p>{words.promise}</p>
        <p>
          <a href="/docs">{words.reference}</a>
        </p>
      </footer>
    </>
  )
}
