import { SelectField } from "@/components/form/select-field"
import { SubmitButton } from "@/components/form/submit-button"
import { TextField } from "@/components/form/text-field"
import type { AppsView } from "@/lib/web/console/app-view"
import { formUrl } from "@/lib/web/form-url"

/** Makes an app. */
export function AppForm({ view: { fields, problems, isTyped } }: { view: AppsView }) {
  const field = (name: string) => ({ name, problems, defaultValue: fields[name] })
  const typed = { autoComplete: "off", spellCheck: false, maxLength: 1000 } as const
  return (
    <section className="panel" aria-labelledby="new-app">
      <h2 id="new-app" tabIndex={-1}>
        A new app
      </h2>
      <details open={isTyped}>
        <summary>Make an app</summary>
        <form method="post" action={formUrl("make-app")}>
          <input type="hidden" name="id" value={fields.id} />
          <TextField
            {...field("name")}
            {...typed}
            label="Name"
            hint="What people are told that it is called."
            maxLength={60}
          />
          <TextField
            {...field("redirectUris")}
            {...typed}
            label="Where people come back to"
            hint="The redirect_uri, as the app sends it, to the character. Several with spaces between. https, or http on localhost."
          />
          <SelectField
            {...field("keeps")}
            label="What it can keep"
            options={[
              { value: "secret", text: "A secret: it has a server" },
              { value: "nothing", text: "Nothing: it is a page, or an app on a phone" },
            ]}
          />
          <SelectField
            {...field("trust")}
            label="Whose it is"
            options={[
              { value: "other", text: "Somebody else's: people are asked whether it may know them" },
              { value: "own", text: "Our own: nobody is asked" },
            ]}
          />
          <TextField
            {...field("postLogoutRedirectUris")}
            {...typed}
            label="Where people go after signing out (optional)"
            hint="The post_logout_redirect_uri."
          />
          <TextField
            {...field("backchannelLogoutUri")}
            {...typed}
            label="Where it is told that somebody signed out (optional)"
            hint="The backchannel_logout_uri. The app is then signed out with the browser."
          />
          <SubmitButton secondary>Make this app</SubmitButton>
        </form>
      </details>
    </section>
  )
}
