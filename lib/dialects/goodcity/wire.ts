import { z } from "zod"
import { composed } from "@/lib/account/typed-text"
import type { Opened } from "@/lib/sign-in/verify-keyed-pin"

/** The published texts, in the order in which they are asked: the first that applies is the answer. */
const mobileRules: readonly [(mobile: string) => boolean, string][] = [
  [(mobile) => mobile !== "", "Mobile can't be blank"],
  [(mobile) => mobile.startsWith("+852"), "Mobile must begin with +852"],
  [(mobile) => /^\+852[569]/.test(mobile), "Mobile must begin with +8525, +8526, or +8529"],
  [(mobile) => mobile.length >= 12, "Mobile is too short"],
  [(mobile) => mobile.length <= 12, "Mobile is too long"],
  [(mobile) => /^\+\d{11}$/.test(mobile), "Mobile is invalid"],
]

/** What is absent, null or of another kind reads as this. */
const textOr = (otherwise: string) =>
  z
    .unknown()
    .optional()
    .transform((value) => (typeof value === "string" ? value : otherwise))

/** Marks of direction and of no width, in which phone books wrap what is copied. All that can be seen is as published. */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g

/** "Mobile number with prefixed country code e.g. +85262345678". JSON clients may leave the quotes off. */
const mobile = z
  .unknown()
  .transform((value) => (typeof value === "number" ? String(value) : value))
  .pipe(z.union([z.string(), z.null().transform(() => ""), z.undefined().transform(() => "")], "Mobile is invalid"))
  .transform((text, context) => {
    const typed = (composed(text.replace(unseen, "")) ?? text).trim()
    const broken = mobileRules.find(([holds]) => !holds(typed))
    if (broken) context.addIssue({ code: "custom", message: broken[1] })
    return { e164: typed, country: "HK" }
  })

export const sendPinRequest = z.object({ mobile }).transform(({ mobile }) => ({ phone: mobile }))

/** A name is optional, and an empty one is none. */
const name = (called: string) => z.preprocess((value) => value ?? "", z.string(`${called} is invalid`))

/** "district_id": "1" comes as a string, goes out as a number. */
const district = z.preprocess(
  (value) => (value === "" ? null : (value ?? null)),
  z
    .union(
      [
        z.null(),
        z.number("District is invalid"),
        z
          .string()
          .regex(/^\d{1,10}$/)
          .transform(Number),
      ],
      "District is invalid",
    )
    .refine((id) => id === null || (Number.isInteger(id) && id >= 1 && id <= 2_147_483_647), "District is invalid"),
)
const addressType = z.preprocess(
  (value) => (value === "" ? "Profile" : (value ?? "Profile")),
  z.enum(["Profile", "Collection"], "Address type must be Profile or Collection"),
)
const addressAttributes = z.object(
  { district_id: district, address_type: addressType },
  {
    error: (issue) =>
      issue.input === undefined ? "Address attributes can't be blank" : "Address attributes are invalid",
  },
)

const userAuth = z.object(
  { mobile, first_name: name("First name"), last_name: name("Last name"), address_attributes: addressAttributes },
  { error: (issue) => (issue.input === undefined ? "User auth can't be blank" : "User auth is invalid") },
)
export const signUpRequest = z.object({ user_auth: userAuth }).transform(({ user_auth: given }) => ({
  phone: given.mobile,
  firstName: given.first_name,
  lastName: given.last_name,
  address: { districtId: given.address_attributes.district_id, kind: given.address_attributes.address_type },
}))

/** A key or a PIN of any other kind is as good as a wrong one. */
export const verifyRequest = z
  .object({
    otp_auth_key: textOr(""),
    // JSON clients may leave the quotes off, and with them the zeros in front.
    pin: z
      .unknown()
      .optional()
      .transform((value) => (typeof value === "number" ? String(value).padStart(4, "0") : value))
      .pipe(textOr("")),
  })
  .transform(({ otp_auth_key, pin }) => ({ key: otp_auth_key.trim(), pin }))

/** "the registration id for the push messaging service": printable ASCII, as all three make it. */
export const registerDeviceRequest = z.object({
  handle: z
    .string("Handle can't be blank")
    .trim()
    .min(1, "Handle can't be blank")
    .regex(/^[\x21-\x7e]{0,1000}$/, "Handle is invalid"),
  platform: z.enum(["gcm", "fcm", "aps"], "Platform must be gcm, fcm or aps"),
})
export const nothingRequest = z.object({})

/** "addresses", "permissions", "user_profile": ids are numbers, and the mobile goes without its +852. */
export const profileBody = ({ account, addresses, duties }: Opened["profile"]) => ({
  addresses: addresses.map(({ id, street, flat, building, districtId }) => ({
    id,
    street,
    flat,
    building,
    district_id: districtId,
    addressable_id: account.number,
    addressable_type: "User",
  })),
  permissions: duties.map(({ id, name }) => ({ id, name })),
  user_profile: {
    id: account.number,
    first_name: account.firstName,
    last_name: account.lastName,
    mobile: account.phone?.replace(/^\+852/, "") ?? null,
    address_id: addresses[0]?.id ?? null,
    permission_id: duties[0]?.id ?? null,
  },
})
