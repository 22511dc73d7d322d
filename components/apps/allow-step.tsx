import { Step } from "@/components/form/step"
import { SubmitButton } from "@/components/form/submit-button"
import { formUrl } from "@/lib/web/form-url"
import type { Say } from "@/lib/words/say"

type Props = {
  say: Say
  app: { id: string; name: string; host: string }
  scopes: string[]
  /** Who is signed in. */
  email: string
}

const told = ["profile", "email", "phone"] as const

/** What an app wants to know, and the two answers. It needs no scripts. */
export function AllowStep({ say, app: { id, name, host }, scopes, email }: Props) {
  return (
    <Step title={say("allow.title", { name })} isFocused>
      <p className="lead">{say("allow.lead", { name, host })}</p>
      <ul className="bullets">
        <li>{say("allow.openid")}</li>
        {told
          .filter((scope) => scopes.includes(scope))
          .map((scope) => (
            <li key={scope}>{say(`allow.${scope}`)}</li>
          ))}
      </ul>
      {email && (
        <p>{say.rich("pin.who", { typed: email, email: (words) => <strong className="email">{words}</strong> })}</p>
      )}
      <form method="post" action={formUrl("answer-app")}>
        <input type="hidden" name="client" value={id} />
        <input type="hidden" name="scope" value={scopes.join(" ")} />
        <SubmitButton name="answer" value="allow">
          {say("allow.yes")}
        </SubmitButton>
        <SubmitButton name="answer" value="deny" secondary>
          {say("allow.no")}
        </SubmitButton>
      </form>
    </Step>
  )
}
