import { redirect } from "next/navigation"
import { BackToAccount } from "@/components/account/back-to-account"
import { Step } from "@/components/form/step"
import { SubmitButton } from "@/components/form/submit-button"
import { isSignedIn, words } from "@/lib/live/pages"
import { formUrl } from "@/lib/web/form-url"

/** Asks before somebody is signed out by a link, which may be a stranger's. */
export default async function SignOutPage({ searchParams }: PageProps<"/account/sign-out">) {
  if (!(await isSignedIn())) redirect("/?signed-out")
  const asked = await searchParams
  const say = await words()
  return (
    <Step title={say("leave.title")} isFocused>
      <p className="lead">{say("leave.lead")}</p>
      <form method="post" action={formUrl("leave-app")}>
        {["client", "to", "state"].map((name) => (
          <input key={name} type="hidden" name={name} value={String(asked[name] ?? "")} />
        ))}
        <SubmitButton>{say("leave.yes")}</SubmitButton>
      </form>
      <BackToAccount>{say("leave.no")}</BackToAccount>
    </Step>
  )
}
