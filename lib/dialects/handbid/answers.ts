import { z } from "zod"

// What Handbid answers, written out by hand: the reference shows it, and tests hold every answer against it.

/** Signed in. */
export const tokens = z
  .object({
    accessToken: z.string().meta({ description: "Opaque. Send it as `Authorization: Bearer …`." }),
    refreshToken: z.string().meta({ description: "Lives 90 days, longer with each refresh, a year at most." }),
    expiresIn: z.int().min(1).meta({ description: "The access token's life in seconds." }),
  })
  .meta({ title: "HandbidTokens" })

const isFavorite = z.boolean().optional().meta({ description: "Only for an authenticated caller." })
const instant = z.iso.datetime()
/** As in lists and alone. */
export const auction = z
  .object({ id: z.int(), name: z.string(), startsAt: instant, endsAt: instant, itemCount: z.int(), isFavorite })
  .meta({ title: "HandbidAuction" })
/** One lot of an auction. */
export const item = z
  .object({
    id: z.int(),
    auctionId: z.int(),
    name: z.string(),
    description: z.string(),
    startingPrice: z.number(),
    isFavorite,
  })
  .meta({ title: "HandbidItem" })

/** Every no. */
export const error = z
  .object({
    error: z.enum([
      "validation_error",
      "invalid_email",
      "invalid_phone",
      "registration_blocked",
      "unauthorized",
      "invalid_pin",
      "captcha_failed",
      "forbidden",
      "not_found",
      "method_not_allowed",
      "email_exists",
      "payload_too_large",
      "rate_limited",
      "server_error",
      "sms_unavailable",
    ]),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional().meta({ description: "One entry a field." }),
    retryAfter: z.int().min(1).optional().meta({ description: "Seconds, as in the `Retry-After` header." }),
  })
  .meta({ title: "HandbidError" })

export const tokensExample = { accessToken: "ad5e3f…", refreshToken: "9c1b77…", expiresIn: 2592000 }
export const auctionExample = {
  id: 1,
  name: "Harbour Lights Gala",
  startsAt: "2026-02-28T12:00:00.000Z",
  endsAt: "2026-03-31T12:00:00.000Z",
  itemCount: 3,
}
export const itemExample = {
  id: 101,
  auctionId: 1,
  name: "A weekend by the sea",
  description: "A weekend by the sea, given by a friend of the house.",
  startingPrice: 50,
}
