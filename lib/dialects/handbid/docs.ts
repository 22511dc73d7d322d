import { z } from "zod"
import type { DialectDocs, OperationDocs, Shown } from "@/lib/dialects/operation"
import { clients, type handbid } from "."
import { error, tokens, tokensExample } from "./answers"
import { discovery } from "./discovery-docs"
import * as wire from "./wire"

const captchaToken = (action: string): Shown => ({
  type: ["string", "null"],
  description: `A reCAPTCHA v3 token of the action \`${action}\`. Without one, 10 requests per 5 minutes and address.`,
})
const whitelabelId: Shown = { type: "integer", description: "1 is Handbid, and what an absent one means." }
const email: Shown = { format: "email", description: "An RFC 5321 mailbox." }
const unknownWhitelabel = { kind: "invalid-field", field: "whitelabel", hint: "is not known" } as const
const sending = ["captcha-failed", "limited", "sms-unavailable"] as const
const nothing = (description: string): OperationDocs["answer"] => ({ status: 204, description })
/** What the API reference says of Handbid. */
export const docs: DialectDocs<typeof handbid> = {
  title: "Handbid V3",
  description: "A PIN by text message, asked for by email. Errors are `{error, message}`.",
  security: { scheme: "bearer", description: "The `accessToken` of verify-pin." },
  headers: [
    {
      name: "X-Client-Id",
      description: "The OAuth client id that tokens belong to; `web` if absent.",
      schema: z.enum(clients),
      example: "web",
      wrong: "toaster",
    },
  ],
  error,
  operations: {
    emailCheck: {
      POST: {
        summary: "Look up an email and send a PIN",
        description:
          "If the email has an account, a PIN goes to the phone on file. Within the wait between two messages the answer is the same, and nothing is sent.",
        fields: { email, whitelabelId, captchaToken: captchaToken("login") },
        example: { email: "alice@example.com", captchaToken: "03AGdBq25..." },
        answer: {
          status: 200,
          description: "The same boolean under both published names.",
          body: z.object({ exists: z.boolean(), userFound: z.boolean() }).meta({ title: "HandbidEmailChecked" }),
          example: { exists: true, userFound: true },
        },
        refuses: ["invalid-email", unknownWhitelabel, ...sending, { kind: "registration-blocked", because: "country" }],
      },
    },
    register: {
      POST: {
        summary: "Register a new person",
        description:
          "The account exists once its PIN is verified. Until then email-check says `exists: false`, and registering again replaces the registration and kills its PIN.",
        request: z.union([wire.referenceShape, wire.essentialsShape]),
        fields: {
          email,
          mobile: {
            description: "E.164 (`+13035551234`), international (`13035551234`) or local (`3035551234`).",
          },
          countryCode: { description: "ISO 3166-1 alpha-2; a hint for a local number.", minLength: 2, maxLength: 2 },
          whitelabelId: { type: "integer", description: "1 is Handbid. OGAC (4) is blocked." },
          captchaToken: captchaToken("signup"),
        },
        example: {
          firstName: "Taylor",
          lastName: "Pearce",
          email: "taylor@example.com",
          mobile: "+13035551234",
          countryCode: "US",
          whitelabelId: 1,
        },
        examples: {
          essentials: {
            firstname: "Alice",
            lastname: "Smith",
            email: "alice@example.com",
            mobile: "3035551212",
            countryCode: "US",
            captchaToken: "03AGdBq25...",
          },
        },
        answer: {
          status: 201,
          description: "The PIN is on its way to this phone.",
          body: z.object({ phoneLastFourDigits: z.string().regex(/^\d{4}$/) }).meta({ title: "HandbidRegistered" }),
          example: { phoneLastFourDigits: "1234" },
        },
        refuses: [
          { kind: "invalid-field", field: "country", hint: "must be two letters, as in ISO 3166-1" },
          "invalid-email",
          "invalid-phone",
          { kind: "registration-blocked", because: "whitelabel" },
          { kind: "registration-blocked", because: "line-type" },
          "email-taken",
          "wait",
          ...sending,
        ],
      },
    },
    resendPin: {
      POST: {
        summary: "Send the PIN again",
        description: "The same answer for any email. Ours: the published pages have none.",
        fields: { email, captchaToken: captchaToken("login") },
        example: { email: "alice@example.com" },
        answer: {
          status: 202,
          description: "If the email has an account, the PIN is on its way.",
          body: z.object({}).meta({ title: "HandbidAccepted" }),
          example: {},
        },
        refuses: [
          "invalid-email",
          "invalid-phone",
          "wait",
          ...sending,
          { kind: "registration-blocked", because: "country" },
          { kind: "registration-blocked", because: "line-type" },
        ],
      },
    },
    verifyPin: {
      POST: {
        summary: "Trade an email and a PIN for tokens",
        description:
          "A PIN is 6 digits, lives 10 minutes and opens once. After 5 wrong tries it is dead. For 10 seconds the same caller gets the same tokens for it, so that a lost answer costs nobody a text.",
        fields: {
          email,
          pin: { description: "Spaces, dashes and full-width digits are accepted." },
          whitelabelId: { type: "integer", description: "The one that the PIN was asked for; 1 if absent." },
        },
        example: { email: "alice@example.com", pin: "123456" },
        answer: { status: 200, description: "Signed in.", body: tokens, example: tokensExample },
        refuses: [
          { kind: "invalid-field", field: "pin", hint: "must be the 6 digits of the text message" },
          "invalid-email",
          "wrong-pin",
          "email-taken",
          "tries-spent",
          "limited",
        ],
      },
    },
    refreshToken: {
      POST: {
        summary: "Trade a refresh token for new tokens",
        description:
          "For 10 seconds the same old token gets the same successor, so that a lost answer signs no one out. After that, or once the successor was used, reuse ends the session.",
        example: { refreshToken: "9c1b77…" },
        answer: { status: 200, description: "Rotated.", body: tokens, example: tokensExample },
        refuses: ["unauthorized", "limited"],
      },
    },
    revoke: {
      POST: {
        summary: "End the session of a refresh token",
        description: "An unknown token is no error (RFC 7009, 2.2).",
        example: { refreshToken: "9c1b77…" },
        answer: nothing("The session is over, its access token too."),
        refuses: [],
      },
    },
    logout: {
      POST: {
        summary: "Sign out",
        description: "API keys that the account's owner made are no part of it, and stay until they are revoked.",
        answer: nothing("The session is over at once."),
        refuses: [],
      },
    },
    ...discovery,
  },
}
