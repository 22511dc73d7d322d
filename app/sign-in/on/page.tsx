import { redirect } from "next/navigation"
import { Step } from "@/components/form/step"
import { wayOn, words } from "@/lib/live/pages"

/** Leads on to where the visitor came from. It works without scripts, and what lies with us needs no page. */
export default async function OnPage() {
  const { to, host } = await wayOn()
  if (to.startsWith("/") && !to.startsWith("/oauth/")) redirect(to)
  const say = await words()
  return (
    <Step title={say("onward.title")} isFocused>
      <meta httpEquiv="refresh" content={`0;url=${to}`} />
      <p className="lead">{host ? say("onward.lead", { host }) : say("onward.toApp")}</p>
      <p>
        <a className="button" href={to}>
          {say("onward.go")}
        </a>
      </p>
    </Step>
  )
}
