import { z } from "zod"
import type { DialectDocs, Shown } from "@/lib/dialects/operation"
import type { goodcity } from "."
import { error, keySent, keySentExample, profile, profileExample, verified, verifiedExample } from "./answers"
import { appHeader } from "./refusals"

const mobile: Shown = { type: "string", pattern: "^\\+852[569]\\d{7}$", example: "+85261677528" }
const sending = ["wait", "limited", { kind: "registration-blocked", because: "country" }, "sms-unavailable"] as const

/** What the API reference says of GoodCity. */
export const docs: DialectDocs<typeof goodcity> = {
  title: "GoodCity",
  description:
    "A PIN of 4 digits by text message, for mobile numbers in Hong Kong. Bodies may be forms with brackets, and pages of the origins that are listed may call it. Errors are `{errors}`.",
  security: { scheme: "bearer", description: "The `jwt_token` of verify." },
  headers: [
    {
      name: appHeader,
      description: "Which app calls: `app` if absent. `.goodcity` at its end is ignored.",
      schema: z.string(),
      example: "app.goodcity",
      wrong: "someone.else",
    },
    { name: "X-GOODCITY-APP-VERSION", description: "Not looked at.", schema: z.string() },
    { name: "X-GOODCITY-APP-SHA", description: "Not looked at.", schema: z.string() },
  ],
  error,
  operations: {
    sendPin: {
      POST: {
        summary: "Send a PIN",
        description:
          "The same answer whether or not the number has an account. Every call cycles the key; within the wait between two messages nothing changes.",
        fields: { mobile },
        example: { mobile: "+85261677528" },
        wrong: [{ mobile: "+9101234567" }],
        answer: {
          status: 200,
          description: "If the number has an account, the PIN is on its way.",
          body: keySent,
          example: keySentExample,
        },
        refuses: [...sending],
      },
    },
    signup: {
      POST: {
        summary: "Sign up",
        description:
          "The account exists once its PIN is verified. For a number that has an account it is a sign-in, and the other fields are disregarded.",
        fields: {
          "user_auth.mobile": mobile,
          "user_auth.address_attributes.district_id": {
            type: ["string", "null"],
            pattern: "^[1-9]\\d{0,8}$",
            description: "A number as text. It goes out as a number.",
          },
          "user_auth.address_attributes.address_type": { description: "`Profile` if absent." },
        },
        example: {
          user_auth: {
            mobile: "+85251224538",
            first_name: "Jake",
            last_name: "Deamon",
            address_attributes: { district_id: "1", address_type: "Profile" },
          },
        },
        answer: { status: 200, description: "The PIN is on its way.", body: keySent, example: keySentExample },
        refuses: [
          {
            kind: "invalid-field",
            field: "firstName",
            hint: "must be at most 100 characters, without control characters",
          },
          ...sending,
          "captcha-failed",
          { kind: "registration-blocked", because: "line-type" },
        ],
      },
    },
    verify: {
      POST: {
        summary: "Trade a key and its PIN for a token",
        description:
          "3 tries a key. Wrong, expired, used, cycled and made-up are one answer. For 10 seconds the same caller gets the same token, so that a lost answer costs nobody a text.",
        fields: { otp_auth_key: { type: "string" }, pin: { type: "string", description: "4 digits." } },
        example: { otp_auth_key: "/JqONEgEjrZefDV3ZIQsNA==", pin: "1234" },
        answer: { status: 200, description: "Signed in.", body: verified, example: verifiedExample },
        refuses: ["wrong-pin", "limited"],
      },
    },
    currentUserProfile: {
      GET: {
        summary: "Show who is signed in",
        answer: { status: 200, description: "The profile.", body: profile, example: profileExample },
        refuses: [],
      },
    },
    registerDevice: {
      POST: {
        summary: "Register a device for push messages",
        example: { handle: "fcm-registration-id", platform: "fcm" },
        wrong: [{ handle: "fcm-registration-id", platform: "wns" }],
        answer: { status: 204, description: "Noted." },
        refuses: ["limited"],
      },
    },
  },
}
