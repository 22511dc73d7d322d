import { type Dialect, operation, pathsOf } from "@/lib/dialects/operation"
import { showProfile } from "@/lib/my-account/profile"
import { registerDevice } from "@/lib/my-account/register-device"
import { requestPin } from "@/lib/sign-in/request-pin"
import { signUp } from "@/lib/sign-in/sign-up"
import type { KeySent } from "@/lib/sign-in/steps/send-keyed-pin"
import { verifyKeyedPin } from "@/lib/sign-in/verify-keyed-pin"
import { appHeader, problems, refusals } from "./refusals"
import * as wire from "./wire"

/** The apps that call this API. */
const apps = ["app", "admin", "stock", "browse", "settings_editor"] as const

/** The GoodCity API: who calls it, what its tokens say, and how it says no. */
export const dialect: Dialect = {
  name: "goodcity",
  allowHeaders: [appHeader, "X-GOODCITY-APP-VERSION", "X-GOODCITY-APP-SHA", "Accept-Language"],
  caller(headers, from) {
    const named = (headers.get(appHeader) ?? "app").replace(/\.goodcity$/, "")
    const client = apps.find((app) => app === named)
    if (!client) return { field: appHeader, problem: "Invalid host" }
    return {
      realm: "goodcity",
      audience: "goodcity",
      client,
      ...from,
      // "iss": "GoodCity", as in the published token. The names of RFC 9068 that it has not are left out.
      claims: ({ number }) => ({
        user_id: number,
        iss: "GoodCity",
        sub: undefined,
        client_id: undefined,
        scope: undefined,
      }),
      // The published 403 for an admin who is no reviewer would tell which numbers have accounts.
      ...(client === "admin" && { reservedFor: ({ permissionId }) => permissionId != null }),
    }
  },
  refusals,
  problems,
}

const keySent = ({ key }: KeySent) => ({ status: 200, body: { otp_auth_key: key } })

/** Every path of the dialect. */
export const goodcity = pathsOf(dialect, {
  sendPin: {
    url: "/api/v1/auth/send_pin",
    POST: operation({ read: wire.sendPinRequest, run: requestPin, write: keySent }),
  },
  signup: {
    url: "/api/v1/auth/signup",
    POST: operation({ read: wire.signUpRequest, run: signUp, write: keySent }),
  },
  verify: {
    url: "/api/v1/auth/verify",
    POST: operation({
      read: wire.verifyRequest,
      run: verifyKeyedPin,
      write: ({ tokens, profile }) => ({
        status: 200,
        body: { jwt_token: tokens.accessToken, user: wire.profileBody(profile) },
      }),
    }),
  },
  currentUserProfile: {
    url: "/api/v1/auth/current_user_profile",
    GET: operation({
      read: wire.nothingRequest,
      token: "required",
      run: showProfile,
      write: (profile) => ({ status: 200, body: wire.profileBody(profile) }),
    }),
  },
  registerDevice: {
    url: "/api/v1/auth/register_device",
    POST: operation({
      read: wire.registerDeviceRequest,
      token: "required",
      run: registerDevice,
      write: () => ({ status: 204 }),
    }),
  },
})
