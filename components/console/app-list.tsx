import { SubmitButton } from "@/components/form/submit-button"
import type { AppView } from "@/lib/web/console/app-view"
import { dayAndTimeOf } from "@/lib/web/console/words"
import { type FormName, formUrl } from "@/lib/web/form-url"

/** Every client: those of the environment to read, those that operators made to change. */
export function AppList({ apps }: { apps: readonly AppView[] }) {
  return (
    <section className="panel" aria-labelledby="apps">
      <h2 id="apps">Apps</h2>
      <p className="hint">
        What OAUTH_CLIENTS names is changed there. A secret that is replaced, and an app that is disabled, end at once.
      </p>
      {apps.length === 0 && <p className="empty">There is no app yet.</p>}
      <ul className="records" aria-label="Apps">
        {apps.map((app) => (
          <App key={app.id} app={app} />
        ))}
      </ul>
    </section>
  )
}

function App({ app }: { app: AppView }) {
  const { id, name, madeBy, madeAt, disabledAt, keepsSecret, firstParty, redirectUris } = app
  return (
    <li>
      <div id={`app-${id}`} className="app-words">
        <p className="record-name">
          <bdi>{name ?? id}</bdi>
          {disabledAt && <span className="badge">Disabled</span>}
          {!madeAt && <span className="badge">OAUTH_CLIENTS</span>}
        </p>
        <p className="hint">
          {id}. {keepsSecret ? "Keeps a secret" : "Keeps no secret"}.{" "}
          {redirectUris.length === 0 ? "A machine." : firstParty ? "Our own." : "People are asked."}
        </p>
        <Addresses label="People come back to" all={redirectUris} />
        <Addresses label="After signing out" all={app.postLogoutRedirectUris} />
        <Addresses label="Told of sign-outs at" all={app.backchannelLogoutUri ? [app.backchannelLogoutUri] : []} />
        {madeAt && (
          <p className="hint">
            Made by: {madeBy}, <time dateTime={madeAt.toISOString()}>{dayAndTimeOf(madeAt)} UTC</time>
          </p>
        )}
      </div>
      {madeAt && (
        <div className="app-deeds">
          {keepsSecret && !disabledAt && <Deed app={app} form="replace-app-secret" words="Replace the secret" />}
          {disabledAt ? (
            <Deed app={app} form="enable-app" words="Enable" />
          ) : (
            <Deed app={app} form="disable-app" words="Disable" />
          )}
        </div>
      )}
    </li>
  )
}

function Addresses({ label, all }: { label: string; all: readonly string[] }) {
  if (all.length === 0) return null
  return (
    <p>
      {label}: {all.join(" ")}
    </p>
  )
}

function Deed({ app: { id, version }, form, words }: { app: AppView; form: FormName; words: string }) {
  return (
    <form method="post" action={formUrl(form)}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton secondary describedBy={`app-${id}`}>
        {words}
      </SubmitButton>
    </form>
  )
}
