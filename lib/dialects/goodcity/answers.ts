import { z } from "zod"

// What GoodCity answers, written out by hand: the reference shows it, and tests hold every answer against it.

/** The key that must come back with the PIN. */
export const keySent = z
  .object({ otp_auth_key: z.string().meta({ description: "16 bytes in standard base64. The newest one counts." }) })
  .meta({ title: "GoodCityKey" })
export const keySentExample = { otp_auth_key: "/JqONEgEjrZefDV3ZIQsNA==" }

const address = z
  .object({
    id: z.int(),
    street: z.string().nullable(),
    flat: z.string().nullable(),
    building: z.string().nullable(),
    district_id: z.int().nullable(),
    addressable_id: z.int(),
    addressable_type: z.literal("User"),
  })
  .meta({ title: "GoodCityAddress" })

const user = z
  .object({
    id: z.int(),
    first_name: z.string(),
    last_name: z.string(),
    mobile: z.string().nullable().meta({ description: "Without +852." }),
    address_id: z.int().nullable(),
    permission_id: z.int().nullable(),
  })
  .meta({ title: "GoodCityUser" })

/** A person with their addresses and what they may do. */
export const profile = z
  .object({
    addresses: z.array(address),
    permissions: z.array(z.object({ id: z.int(), name: z.string() })),
    user_profile: user,
  })
  .meta({ title: "GoodCityProfile" })
export const profileExample = {
  addresses: [
    {
      id: 1857,
      street: null,
      flat: null,
      building: null,
      district_id: 1,
      addressable_id: 1831,
      addressable_type: "User",
    },
  ],
  permissions: [],
  user_profile: {
    id: 1831,
    first_name: "Reynold",
    last_name: "Lakin",
    mobile: "98353103",
    address_id: 1857,
    permission_id: null,
  },
}

/** Signed in. */
export const verified = z
  .object({ jwt_token: z.string().meta({ description: "Lives 30 minutes." }), user: profile })
  .meta({ title: "GoodCityVerified" })
export const verifiedExample = { jwt_token: "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9…", user: profileExample }

/** Every no: a text, but for a PIN that was not right. */
export const error = z
  .object({ errors: z.union([z.string(), z.object({ pin: z.string() })]) })
  .meta({ title: "GoodCityError" })
