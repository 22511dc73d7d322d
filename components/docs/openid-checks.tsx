import type { checks } from "@/lib/reference/openid-checks"
import { Words } from "./words"

/** What an app's developer wants to know first, and each check with its answer. */
export function OpenidChecks({ plans }: { plans: typeof checks }) {
  return (
    <>
      <header>
        <h1>OpenID Connect</h1>
        <p className="lead">
          Any client library signs people in on these pages: give it this server&rsquo;s address, and the id of a client
          of <code>OAUTH_CLIENTS</code>.
        </p>
        <p>
          <Words>
            Authorization code with PKCE (`S256`) is the one flow. Codes live 60 seconds and are good once. Refresh
            tokens are good once, for 30 days. Scopes are `openid`, `profile`, `email` and `phone`; an email is
            `email_verified` where Google or Apple vouched for it, and a phone is told once a PIN has proven it.
          </Words>
        </p>
        <p>
          Below are the checks of the OpenID Foundation&rsquo;s conformance suite that can be run without its server,
          and some that it does not have. Each has a test of its own.
        </p>
      </header>
      {plans.map(({ plan, checks }) => (
        <section key={plan} aria-label={plan}>
          <h2>{plan}</h2>
          <dl className="checks">
            {checks.map(({ check, answer }) => (
              <div key={check}>
                <dt>
                  <Words>{check}</Words>
                </dt>
                <dd>
                  <Words>{answer}</Words>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}
