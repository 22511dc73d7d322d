import { redirect } from "next/navigation"
import { EverywhereStep } from "@/components/account/everywhere-step"
import { SameInEveryTab } from "@/components/ui/same-in-every-tab"
import { account, words } from "@/lib/live/pages"
import { signInFor } from "@/lib/web/onward"

/** Asks before every device is signed out. */
export default async function SignOutEverywherePage() {
  const mine = await account()
  if (!mine) redirect(signInFor("/account/sign-out-everywhere"))
  return (
    <>
      <EverywhereStep say={await words()} sessions={mine.sessions.length} apiKeys={mine.apiKeys.length} />
      <SameInEveryTab />
    </>
  )
}
