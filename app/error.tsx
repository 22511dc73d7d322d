"use client"
import { DeadEnd } from "@/components/ui/dead-end"
import { useWords } from "@/components/ui/page-words"

/** A page that could not be made. Reload asks for it once more; nothing is sent twice. */
export default function ErrorPage() {
  const { form } = useWords()
  return (
    <DeadEnd heading={form.brokenHeading}>
      <p>{form.brokenLead}</p>
      <p>
        <button className="button" type="button" onClick={() => window.location.reload()}>
          {form.tryAgain}
        </button>
      </p>
    </DeadEnd>
  )
}
