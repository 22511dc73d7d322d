"use client"
import ErrorPage from "@/app/error"
import { SiteFrame } from "@/components/ui/site-frame"
import "./styles/site.css"

/** The same where the frame itself could not be made. */
export default function GlobalErrorPage() {
  return (
    <html lang="en">
      <body>
        <SiteFrame>
          <ErrorPage />
        </SiteFrame>
      </body>
    </html>
  )
}
