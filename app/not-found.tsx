import { DeadEnd } from "@/components/ui/dead-end"
import { words } from "@/lib/live/pages"

/** No page has this address. Next's own page would break the policy on styles. */
export default async function NotFoundPage() {
  const say = await words()
  return (
    <DeadEnd heading={say("frame.notFound")}>
      <p>{say("frame.notFoundLead")}</p>
      <p>
        <a className="button" href="/">
          {say("frame.toStart")}
        </a>
      </p>
    </DeadEnd>
  )
}
