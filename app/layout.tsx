import type { Metadata, Viewport } from "next"
import { headers } from "next/headers"
import type { ReactNode } from "react"
import { PhoneAlert } from "@/components/account/phone-alert"
import { BrandName } from "@/components/ui/brand-name"
import { FreshOnReturn } from "@/components/ui/fresh-on-return"
import { LanguageSwitch } from "@/components/ui/language-switch"
import { WithWords } from "@/components/ui/page-words"
import { SiteFrame } from "@/components/ui/site-frame"
import { ThemeSheet } from "@/components/ui/theme-sheet"
import { phoneAlert } from "@/lib/live/lost-phone"
import { brandAt, page, pageWords, words } from "@/lib/live/pages"
import "./styles/site.css"

// Titles are the pages' own: see components/ui/page-title.tsx.
export async function generateMetadata(): Promise<Metadata> {
  return { description: (await words())("frame.description") }
}
export const viewport: Viewport = { colorScheme: "light dark", width: "device-width", initialScale: 1 }

/** The frame of every page. Asking for headers keeps pages dynamic, so that each gets a nonce of its own. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const brand = await brandAt((await headers()).get("host"))
  const say = await words()
  const { language } = say
  const { name } = brand
  const frame = { skip: say("frame.skip"), promise: say("frame.promise", { name }), reference: say("frame.reference") }
  return (
    <html lang={language}>
      <body>
        <ThemeSheet path={brand.sheet} />
        <BrandName name={name}>
          <WithWords words={await pageWords()}>
            <SiteFrame
              brand={brand}
              words={frame}
              languages={<LanguageSwitch language={language} page={await page()} />}
            >
              <PhoneAlert say={say} alert={await phoneAlert()} />
              {children}
            </SiteFrame>
          </WithWords>
        </BrandName>
        <FreshOnReturn />
      </body>
    </html>
  )
}
