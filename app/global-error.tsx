"use client"
import { Card } from "@/components/ui/card"
import "./styles/site.css"

/** Where the frame itself could not be made, and with it nobody knows who reads: both languages. */
export default function GlobalErrorPage() {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong – 發生錯誤</title>
        <main>
          <Card>
            <h1>Something went wrong</h1>
            <p>It is our fault, and nothing that you did is lost. Try again in a minute.</p>
            <div lang="zh-HK">
              <h2>發生錯誤</h2>
              <p>這是我們的問題，你所做的一切不會遺失。請於一分鐘後再試。</p>
            </div>
            <p>
              <button className="button" type="button" onClick={() => window.location.reload()}>
                Try again <span lang="zh-HK">再試一次</span>
              </button>
            </p>
          </Card>
        </main>
      </body>
    </html>
  )
}
