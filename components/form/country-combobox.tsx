"use client"
import { type UseComboboxStateChange, useCombobox } from "downshift"
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react"
import type { CountryChoice } from "@/components/form/country-choice"
import { useWords } from "@/components/ui/page-words"
import type { Country } from "@/lib/web/countries"
import { countriesLike, withPrefix } from "@/lib/web/country-names"

type Props = {
  countries: Country[]
  /** The code of the country that is chosen already, if one is. */
  initial: string
  aria: { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined }
  labelId: string
  ref: Ref<CountryChoice>
}

/** A country that is found by typing: see `countriesLike`. What is typed and is no country goes when the field is left. */
export function CountryCombobox({ countries, initial, aria, labelId, ref }: Props) {
  const { form } = useWords()
  const [items, setItems] = useState(countries)
  const sent = useRef<HTMLInputElement>(null)
  const box = useCombobox<Country>({
    items,
    itemToString: (country) => (country ? withPrefix(country) : ""),
    itemToKey: (country) => country?.code,
    initialSelectedItem: countries.find(({ code }) => code === initial) ?? null,
    defaultHighlightedIndex: 0,
    inputId: aria.id,
    labelId,
    menuId: `${aria.id}-list`,
    getItemId: (index) => `${aria.id}-${index}`,
    onInputValueChange: ({ inputValue, selectedItem }) => setItems(matching(inputValue, selectedItem)),
    stateReducer: (_, { type, changes }) =>
      type === useCombobox.stateChangeTypes.InputBlur ? { ...changes, inputValue: nameOf(changes) } : changes,
  })
  const { selectedItem, highlightedIndex, isOpen, selectItem } = box
  const code = selectedItem?.code ?? ""

  const matching = (typed: string, chosen: Country | null | undefined) =>
    chosen && typed === withPrefix(chosen) ? countries : countriesLike(typed, countries)

  useImperativeHandle(ref, () => ({
    chosen: () => code,
    choose: (wanted) => selectItem(countries.find((country) => country.code === wanted) ?? null),
  }))

  const before = useRef(code)
  useEffect(() => {
    if (before.current === code) return
    before.current = code
    // Whoever listens to the form hears of a choice as of any other.
    sent.current?.dispatchEvent(new Event("input", { bubbles: true }))
  }, [code])

  return (
    <div className="combobox">
      <input type="hidden" name="country" value={code} ref={sent} />
      <input
        {...box.getInputProps({ onFocus: ({ currentTarget }) => currentTarget.select() })}
        {...aria}
        aria-labelledby={undefined}
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={form.typeCountry}
      />
      <ul {...box.getMenuProps()} hidden={!isOpen}>
        {isOpen &&
          items.map((country, index) => (
            <li
              key={country.code}
              className={index === highlightedIndex ? "highlighted" : undefined}
              {...box.getItemProps({ item: country, index })}
            >
              {withPrefix(country)}
            </li>
          ))}
      </ul>
      <p className={isOpen && items.length === 0 ? "hint" : "visually-hidden"} role="status">
        {isOpen && items.length === 0 && form.noCountry}
      </p>
    </div>
  )
}

const nameOf = ({ selectedItem }: Partial<UseComboboxStateChange<Country>>): string =>
  selectedItem ? withPrefix(selectedItem) : ""
