import { PolicyTry } from "@/components/console/policy-try"
import { SubmitButton } from "@/components/form/submit-button"
import { TextField } from "@/components/form/text-field"
import type { PolicyView, SettingView } from "@/lib/web/console/policy-view"
import { unitHints, valueWords } from "@/lib/web/console/policy-words"

const typed = { autoComplete: "off", spellCheck: false } as const

/** Every setting with its default, what is in force, and its bounds. */
export function PolicySettings({ view }: { view: PolicyView }) {
  const { settings, problems, fields, byFile, whitelabels } = view
  const groups = [...new Set(settings.map(({ setting }) => setting.group))]
  return (
    <section className="panel" aria-labelledby="values">
      <h2 id="values" tabIndex={-1}>
        Settings
      </h2>
      <form method="get" action="/admin/policy" className="policy-form">
        <input type="hidden" name="try" value="values" />
        <input type="hidden" name="base" value={fields.base ?? view.version} />
        {groups.map((group) => (
          <fieldset key={group} className="policy-group">
            <legend>{group}</legend>
            {settings
              .filter(({ setting }) => setting.group === group)
              .map((one) => (
                <SettingField key={one.setting.key} one={one} view={view} />
              ))}
          </fieldset>
        ))}
        <fieldset className="policy-group">
          <legend>Countries</legend>
          {(["countries", "homeCountries"] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              label={name === "countries" ? "Countries that get messages" : "Home countries"}
              hint={`${name === "countries" ? "Nobody else is texted." : "Where people are expected from the first day."} ISO codes. Default: ${byFile[name]}.`}
              problems={problems}
              defaultValue={fields[name]}
              {...typed}
            />
          ))}
        </fieldset>
        <fieldset className="policy-group">
          <legend>Whitelabels with budgets of their own</legend>
          {whitelabels.flatMap(({ id, name }) =>
            (["hour", "day"] as const).map((of) => (
              <TextField
                key={`${id} ${of}`}
                name={`whitelabel.${id}.${of}`}
                label={`${name}, ${of === "hour" ? "an hour" : "a day"}`}
                hint="In dollars. Nothing: as every whitelabel."
                problems={problems}
                defaultValue={fields[`whitelabel.${id}.${of}`]}
                inputMode="decimal"
                {...typed}
              />
            )),
          )}
        </fieldset>
        <PolicyTry view={view} kind="values" />
        <SubmitButton>Try it on the past</SubmitButton>
      </form>
    </section>
  )
}

function SettingField({ one: { setting, byFile, now, most }, view }: { one: SettingView; view: PolicyView }) {
  const { key, label, what, unit, least } = setting
  const state = now === byFile ? "" : ` In force: ${valueWords(now, unit)}.`
  return (
    <TextField
      name={key}
      label={label}
      hint={`${what} In ${unitHints[unit]}: ${least} to ${most}. Default: ${valueWords(byFile, unit)}.${state}`}
      problems={view.problems}
      defaultValue={view.fields[key]}
      inputMode="decimal"
      {...typed}
    />
  )
}
