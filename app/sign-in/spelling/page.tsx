import { redirect } from "next/navigation"
import type { ReactNode } from "react"
import { captchaSettings } from "@/components/sign-in/captcha-settings"
import { SpellingStep } from "@/components/sign-in/spelling-step"
import { visit, words } from "@/lib/live/pages"

/** Asks newcomers whose email looks mistyped whether it is, before a text is paid for. */
export default async function SpellingPage({ searchParams }: PageProps<"/sign-in/spelling">) {
  const { isSignedIn, next, step, flash, siteKey } = await visit((await searchParams).problem)
  if (isSignedIn) redirect(next)
  if (step?.at !== "spelling") redirect("/sign-in")
  const say = await words()
  const { email, meant } = step
  const address = (words: ReactNode) => <strong className="email">{words}</strong>
  return (
    <SpellingStep
      words={{
        title: say("spelling.title"),
        question: say.rich("spelling.question", { typed: email, meant, email: address }),
        use: say("spelling.use", { meant }),
        keep: say("spelling.keep", { typed: email }),
        busy: say("spelling.busy"),
      }}
      meant={meant}
      remember={step.remember ?? false}
      problems={flash?.problems ?? []}
      captcha={await captchaSettings(siteKey, say)}
    />
  )
}
