"use client"
import { DeadEnd } from "@/components/ui/dead-end"

/** A page that could not be made. Reload asks for it once more; nothing is sent twice. */
export default function ErrorPage() {
  return (
    <DeadEnd heading="Something went wrong">
      <p>It is our fault, and nothing that you did is lost. Try again in a minute.</p>
      <p>
        <button className="button" type="button" onClick={() => window.location.reload()}>
          Try again
        </button>
      </p>
    </DeadEnd>
  )
}
