import { redirect } from "next/navigation"
import { AllowStep } from "@/components/apps/allow-step"
import { appAsking, words } from "@/lib/live/pages"

/** Asks whether an app that is not ours may know what it wants to. */
export default async function AllowPage() {
  const asking = await appAsking()
  if (!asking) redirect("/sign-in/on")
  return <AllowStep say={await words()} {...asking} />
}
