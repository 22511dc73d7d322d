import { z } from "zod"
import { longestPage } from "@/lib/discovery/browse"
import type { Auction, Item, Seen } from "@/lib/discovery/catalogue"

const required = (name: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? `${name} is required` : `${name} must be text`
const text = (name: string) => z.string({ error: required(name) })

/** A phone or PIN that a client sends as a JSON number is read as its digits. */
const digits = (name: string, length = 0) =>
  z.preprocess(
    (value) =>
      typeof value === "number" && Number.isSafeInteger(value) && value >= 0
        ? String(value).padStart(length, "0")
        : value,
    text(name),
  )

/** A whole number, or its digits, as forms send them. */
const integer = (problem: string) =>
  z.preprocess(
    (value) => (typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value),
    z.number({ error: problem }).refine(Number.isSafeInteger, problem),
  )
const whitelabel = integer("whitelabelId must be a whole number")
const optionalWhitelabel = z.preprocess((value) => value ?? undefined, whitelabel.optional())

/** A token of any other type is as good as none. */
const captchaToken = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === "string" && value !== "" ? value : undefined))

export const emailCheckRequest = z.object({ email: text("email"), whitelabelId: optionalWhitelabel, captchaToken })

const contact = { email: text("email"), mobile: digits("mobile"), countryCode: text("countryCode"), captchaToken }

/** "Each route's exact request and response shape is documented in the API Reference": camel case, whitelabelId required. */
export const referenceShape = z.object({
  firstName: text("firstName"),
  lastName: text("lastName"),
  ...contact,
  whitelabelId: z.preprocess(
    (value) => value ?? undefined,
    integer("whitelabelId is required and must be a whole number"),
  ),
})

/** The authentication page's example: lower case, no whitelabelId. */
export const essentialsShape = z
  .object({ firstname: text("firstname"), lastname: text("lastname"), ...contact, whitelabelId: optionalWhitelabel })
  .transform(({ firstname, lastname, ...rest }) => ({ ...rest, firstName: firstname, lastName: lastname }))

/** Either published shape; which one is meant shows in how the names are written. */
export const registerRequest = z
  .record(z.string(), z.unknown())
  .transform((body, context) => {
    const essentials = ("firstname" in body || "lastname" in body) && !("firstName" in body || "lastName" in body)
    const parsed = (essentials ? essentialsShape : referenceShape).safeParse(body)
    if (parsed.success) return parsed.data
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: "custom", path, message })
    return z.NEVER
  })
  .transform(({ mobile, countryCode, ...rest }) => ({ ...rest, phone: mobile, country: countryCode.trim() }))

export const verifyPinRequest = z.object({
  email: text("email"),
  pin: digits("pin", 6),
  whitelabelId: optionalWhitelabel,
})
export const resendPinRequest = z.object({ email: text("email"), captchaToken })
export const refreshRequest = z.object({ refreshToken: text("refreshToken") })

const count = (name: string, most: number, absent: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `${name} must be a whole number from 0 to ${most}`)
    .transform(Number)
    .refine((value) => value <= most, `${name} must be a whole number from 0 to ${most}`)
    .default(absent)
export const listRequest = z.object({
  limit: count("limit", longestPage, 25),
  offset: count("offset", 2_147_483_647, 0),
})

/** An id that no row can have is 0, which no row has either. */
const id = z.string().transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : 0))
export const oneRequest = z.object({ id })
export const nothingRequest = z.object({})

const favorite = (isFavorite: boolean | undefined) => (isFavorite === undefined ? {} : { isFavorite })

export const auctionBody = ({ id, name, startsAt, endsAt, itemCount, isFavorite }: Seen<Auction>) => ({
  id,
  name,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  itemCount,
  ...favorite(isFavorite),
})

export const itemBody = ({ id, auctionId, name, description, startingPrice, isFavorite }: Seen<Item>) => ({
  id,
  auctionId,
  name,
  description,
  startingPrice,
  ...favorite(isFavorite),
})
