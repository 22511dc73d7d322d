import type { Metadata, Viewport } from "next"
import { headers } from "next/headers"
import type { ReactNode } from "react"
import { BrandName } from "@/components/ui/brand-name"
import { FreshOnReturn } from "@/components/ui/fresh-on-return"
import { SiteFrame } from "@/components/ui/site-frame"
import { ThemeSheet } from "@/components/ui/theme-sheet"
import { brandAt } from "@/lib/live/pages"
import "./styles/site.css"

// Titles are the pages' own: see components/ui/page-title.tsx.
export const metadata: Metadata = {
  description: "Sign in with a PIN that comes by text message.",
}
export const viewport: Viewport = { colorScheme: "light dark", width: "device-width", initialScale: 1 }

/** The frame of every page. Asking for headers keeps pages dynamic, so that each gets a nonce of its own. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const brand = await brandAt((await headers()).get("host"))
  return (
    <html lang="en">
      <body>
        <ThemeSheet path={brand.sheet} />
        <BrandName name={brand.name}>
          <SiteFrame brand={brand}>{children}</SiteFrame>
        </BrandName>
        <FreshOnReturn />
      </body>
    </html>
  )
}
