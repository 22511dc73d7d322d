import { ThemeFields } from "@/components/console/theme-fields"
import { SubmitButton } from "@/components/form/submit-button"
import type { ConsoleView } from "@/lib/web/console/view"
import type { FormProblem } from "@/lib/web/cookie"
import { formUrl } from "@/lib/web/form-url"

type Props = { view: ConsoleView; values: Record<string, string>; problems: FormProblem[] }

/** How whitelabels look, and what their messages call them. */
export function ThemePanel({ view: { themes, whitelabels }, values, problems }: Props) {
  const nameOf = (id: number) => whitelabels.find((one) => one.id === id)?.name ?? `Whitelabel ${id}`
  return (
    <section className="panel" aria-labelledby="themes">
      <h2 id="themes">Themes</h2>
      <p className="hint">
        A theme holds for the people of a whitelabel, and for everybody at its host. The host must lead to this server,
        and its pages may then post our forms. A change reaches other servers within a minute.
      </p>
      {themes.length === 0 && (
        <p className="empty">No whitelabel has a theme: every page looks like Latchkey&apos;s own.</p>
      )}
      <ul className="records" aria-label="Themes">
        {themes.map(({ whitelabelId, name, senderName, host, light, dark, trustsDevices }) => (
          <li key={whitelabelId}>
            <div>
              <p className="record-name" id={`theme-${whitelabelId}`}>
                {nameOf(whitelabelId)}: {name}
              </p>
              <p className="hint">
                Messages from {senderName}. Colours {light} and {dark}. {host ? `At ${host}` : "At no host of its own"}
                {trustsDevices && ". Devices may be trusted for 30 days"}
              </p>
            </div>
            <form method="post" action={formUrl("remove-theme")}>
              <input type="hidden" name="whitelabelId" value={whitelabelId} />
              <SubmitButton secondary describedBy={`theme-${whitelabelId}`}>
                Remove
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
      <details open={problems.length > 0}>
        <summary>Set a theme</summary>
        <form method="post" action={formUrl("set-theme")}>
          <ThemeFields whitelabels={whitelabels} values={values} problems={problems} />
          <SubmitButton secondary>Set this theme</SubmitButton>
        </form>
      </details>
    </section>
  )
}
