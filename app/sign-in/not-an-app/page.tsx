import { Step } from "@/components/form/step"
import { words } from "@/lib/live/pages"

/** An app's request that names no app, or an address that is not its own: it must not be answered there (RFC 9700, 4.11.2). */
export default async function NotAnAppPage({ searchParams }: PageProps<"/sign-in/not-an-app">) {
  const { because } = await searchParams
  const say = await words()
  return (
    <Step title={say("notAnApp.title")} isFocused>
      <p className="lead">{say("notAnApp.lead")}</p>
      <p className="hint">{say(because === "wrong-address" ? "notAnApp.wrongAddress" : "notAnApp.unknown")}</p>
    </Step>
  )
}
