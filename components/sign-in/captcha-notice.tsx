import type { ReactNode } from "react"

/** The words that Google asks for where its badge is hidden. */
export function CaptchaNotice({ words }: { words: ReactNode }) {
  return <p className="small-print">{words}</p>
}
