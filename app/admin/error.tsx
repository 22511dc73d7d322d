"use client"
import { DeadEnd } from "@/components/ui/dead-end"

/** The console could not be made, which holds up no message. */
export default function AdminErrorPage() {
  return (
    <DeadEnd heading="The console does not answer">
      <p>The firewall still judges every message, and nothing that you did is lost. Try again in a minute.</p>
      <p>
        <button className="button" type="button" onClick={() => window.location.reload()}>
          Try again
        </button>
      </p>
    </DeadEnd>
  )
}
