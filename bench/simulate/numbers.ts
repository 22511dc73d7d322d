import { type CountryCode, getExampleNumber } from "libphonenumber-js/mobile"
import examples from "libphonenumber-js/mobile/examples"
import { parsePhone } from "@/lib/account/phone-number"
import type { Random } from "./random"

/** A mobile number of this country that its plan knows, from as many of its blocks as the draw finds. */
export function numberOf(country: string, random: Random): string {
  const example = exampleOf(country)
  for (const digits of [9, 8, 7, 6, 5, 4])
    for (let tries = 0; tries < 20; tries++) {
      const end = String(random.int(0, 10 ** digits - 1)).padStart(digits, "0")
      const number = example.slice(0, -digits) + end
      if (isOf(number, country)) return number
    }
  return example
}

/** Numbers of this country one after the other, from where its example stands. */
export function rowOf(country: string): (index: number) => string {
  const example = exampleOf(country)
  const [head, tail] = [example.slice(0, -6), Number(example.slice(-6))]
  return (index) => head + String((tail + index) % 1_000_000).padStart(6, "0")
}

function exampleOf(country: string): string {
  const example = getExampleNumber(country as CountryCode, examples)?.number
  if (!example) throw new Error(`there is no mobile number of ${country}`)
  return example
}

const isOf = (number: string, country: string) => parsePhone(number, country)?.country === country
