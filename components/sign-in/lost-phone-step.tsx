"use client"
import type { ReactNode } from "react"
import { Step } from "@/components/form/step"
import { useProblems } from "@/components/form/use-problems"
import { UsePasskeyForm } from "@/components/passkey/use-passkey-form"
import { SameInEveryTab } from "@/components/ui/same-in-every-tab"
import type { FormProblem } from "@/lib/web/cookie"
import type { Texts } from "@/lib/words/catalogues"

type Props = {
  words: Texts<"lostPhone">
  passkeyWords: Texts<"passkey">
  /** Where a browser that is signed in changes the phone. */
  browser: ReactNode
  /** Whether people here may have browsers that are not texted. */
  hasTrusted: boolean
  /** Whom to ask. */
  ask: string
  problems: FormProblem[]
}

/** What is left to whoever lost their phone. It knows nothing of any account, and says the same to everybody. */
export function LostPhoneStep({ words, passkeyWords, browser, hasTrusted, ask, problems: fromServer }: Props) {
  const problems = useProblems(fromServer)
  return (
    <Step title={words.title} problems={problems.list} isFocused>
      <p className="lead">{words.lead}</p>
      <Part heading={words.numberHeading}>
        <p>{words.number}</p>
      </Part>
      <Part heading={words.passkeyHeading}>
        <p>{words.passkey}</p>
        <UsePasskeyForm words={{ ...passkeyWords, ...words }} takes="lost-phone" problems={problems} />
        <p className="hint without-script">{words.needsScript}</p>
      </Part>
      <Part heading={words.browserHeading}>
        <p>{browser}</p>
        {hasTrusted && <p>{words.trusted}</p>}
      </Part>
      <Part heading={words.waitHeading}>
        <p>{words.wait}</p>
      </Part>
      <Part heading={words.otherwiseHeading}>
        <p>{words.otherwise}</p>
        <p>{ask}</p>
      </Part>
      <p>
        <a className="way" href="/sign-in/pin">
          {words.back}
        </a>
      </p>
      <SameInEveryTab />
    </Step>
  )
}

const Part = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <div className="part">
    <h2>{heading}</h2>
    {children}
  </div>
)
