import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { LostPhoneStep } from "@/components/sign-in/lost-phone-step"
import { hostHere } from "@/lib/live/lost-phone"
import { appWaiting, brandAt, texts, trustsDevices, visit, words } from "@/lib/live/pages"

/** What to do without the phone. It asks no account anything: whoever reads it learns of none. */
export default async function LostPhonePage({ searchParams }: PageProps<"/sign-in/lost-phone">) {
  const { isSignedIn, flash } = await visit((await searchParams).problem)
  if (isSignedIn) redirect("/account/phone")
  const say = await words()
  const { lostPhone, passkey } = await texts()
  const { name } = await brandAt((await headers()).get("host"))
  const address = `${await hostHere()}/account/phone`
  return (
    <LostPhoneStep
      words={lostPhone}
      passkeyWords={passkey}
      browser={say.rich("lostPhone.browser", { address, b: (words) => <strong className="email">{words}</strong> })}
      hasTrusted={await trustsDevices()}
      ask={say("lostPhone.ask", { name: (await appWaiting()) ?? name })}
      problems={flash?.problems ?? []}
    />
  )
}
