"use client"
import { type ComponentType, type Ref, useEffect, useImperativeHandle, useRef, useState } from "react"
import { flushSync } from "react-dom"
import type { CountryChoice } from "@/components/form/country-choice"
import type { CountryCombobox } from "@/components/form/country-combobox"
import { Field } from "@/components/form/field"
import { useWords } from "@/components/ui/page-words"
import type { FormProblem } from "@/lib/web/cookie"
import type { Country } from "@/lib/web/countries"
import { countryOfClock, withPrefix } from "@/lib/web/country-names"

type Props = {
  countries: Country[]
  value: string | undefined
  problems: FormProblem[]
  ref: Ref<CountryChoice>
}

type Combobox = ComponentType<Parameters<typeof CountryCombobox>[0]>
const signs = ["pointerdown", "keydown", "input"] as const

/**
 * The country of a phone number. The page comes with the browser's own list, which needs no script; at the first sign of a person
 * the one that can be searched is fetched, and takes its place while nobody is in it.
 */
export function CountryField({ countries, value = "", problems, ref }: Props) {
  const { form } = useWords()
  const [box, setBox] = useState<{ Combobox: Combobox; initial: string }>()
  const loaded = useRef<Combobox>(undefined)
  const select = useRef<HTMLSelectElement>(null)
  const combobox = useRef<CountryChoice>(null)

  const takePlace = () => {
    const list = select.current
    const Combobox = loaded.current
    if (!Combobox || !list || document.activeElement === list) return
    // At once: until React came to it, somebody could have got into the list, and would lose what they type.
    flushSync(() => setBox({ Combobox, initial: list.value }))
  }

  useImperativeHandle(ref, () => ({
    chosen: () => combobox.current?.chosen() ?? select.current?.value ?? "",
    choose: (code) => {
      if (combobox.current) combobox.current.choose(code)
      else if (select.current) select.current.value = code
    },
  }))

  useEffect(() => {
    if (select.current?.value === "") select.current.value = countryOfClock(countries) ?? ""
  }, [countries])

  useEffect(() => {
    const around = select.current?.form
    if (!around) return
    const stop = new AbortController()
    const load = () => {
      stop.abort()
      import("@/components/form/country-combobox").then(
        (module) => {
          loaded.current = module.CountryCombobox
          takePlace()
        },
        () => undefined,
      )
    }
    for (const sign of signs) around.addEventListener(sign, load, { signal: stop.signal })
    return () => stop.abort()
  }, [])

  const options = countries.map((country) => (
    <option key={country.code} value={country.code}>
      {withPrefix(country)}
    </option>
  ))
  return (
    <Field name="country" label={form.country} problems={problems}>
      {({ name, ...aria }) =>
        box ? (
          <box.Combobox {...{ countries, aria }} initial={box.initial} labelId="country-label" ref={combobox} />
        ) : (
          <div className="select">
            <select
              {...aria}
              name={name}
              ref={select}
              defaultValue={value}
              autoComplete="country"
              onBlur={() => setTimeout(takePlace)}
            >
              {!value && <option value="">{form.selectCountry}</option>}
              {options}
            </select>
          </div>
        )
      }
    </Field>
  )
}
