import { DeadEnd } from "@/components/ui/dead-end"

/** No page has this address. Next's own page would break the policy on styles. */
export default function NotFoundPage() {
  return (
    <DeadEnd heading="Page not found">
      <p>If you typed the address, check that it is correct.</p>
      <p>
        <a className="button" href="/">
          Go to the start page
        </a>
      </p>
    </DeadEnd>
  )
}
