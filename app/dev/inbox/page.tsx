import { notFound } from "next/navigation"
import { InboxList } from "@/components/dev/inbox-list"
import { KeepFresh } from "@/components/dev/keep-fresh"
import { PageTitle } from "@/components/ui/page-title"
import { readInbox } from "@/lib/live/pages"

const one = (parameter: string | string[] | undefined) => (Array.isArray(parameter) ? parameter[0] : parameter)

/** Where text messages arrive while no real sender is configured: `?to=` for one number, `?token=` where it is locked. */
export default async function InboxPage({ searchParams }: PageProps<"/dev/inbox">) {
  const asked = await searchParams
  const [token, to] = [one(asked.token), one(asked.to)]
  const messages = await readInbox(token, to)
  if (typeof messages === "string") notFound()
  const here = new URLSearchParams({ ...(to && { to }), ...(token && { token }) })
  return (
    <div className="inbox">
      <PageTitle>SMS inbox</PageTitle>
      <h1>SMS inbox</h1>
      <p className="lead">
        No text message leaves this server: they all end up here. The page keeps itself fresh, or{" "}
        <a href={`/dev/inbox?${here}`}>reload it</a>.
      </p>
      <InboxList messages={messages} />
      <KeepFresh />
    </div>
  )
}
