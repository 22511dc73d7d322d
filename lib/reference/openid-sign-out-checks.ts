import { at, type Check } from "@/lib/reference/openid-check"

const [leaves, tells] = [at("logout"), at("back-channel")] as const

/** The checks of the conformance suite that concern signing out, by its names. */
export const signOutChecks: readonly { plan: string; checks: readonly Check[] }[] = [
  {
    plan: "Signing out: RP-Initiated Logout",
    checks: [
      leaves(
        "oidcc-rp-initiated-logout",
        "Signed out of browser and app, back to the app with its `state`.",
        "with the person's ID token it signs out of the browser and the app at once, and leads back with the state",
      ),
      leaves(
        "oidcc-rp-initiated-logout-bad-post-logout-redirect-uri",
        "Signed out, and led nowhere.",
        "%s is led to nowhere",
      ),
      leaves(
        "oidcc-rp-initiated-logout-no-id-token-hint, -no-params",
        "A page asks first.",
        "with %s it asks first, and only then signs out",
      ),
      leaves(
        "oidcc-rp-initiated-logout-bad-id-token-hint, -modified-id-token-hint",
        "A page asks first.",
        "with %s it asks first, and only then signs out",
      ),
    ],
  },
  {
    plan: "Signing out: Back-Channel Logout",
    checks: [
      tells(
        "oidcc-backchannel-rp-initiated-logout",
        "A `logout+jwt` with `sub`, `sid`, `jti`, the event, two minutes at most, and no nonce.",
        "by the app's own sign-out link, once for each of its sessions in that browser",
      ),
      tells(
        "Signed out in the browser",
        "Each app that listens and began there is told, and its tokens end.",
        "when its person signs out of the browser, and its own session ends with it",
      ),
      tells(
        "Signed out everywhere, by a revoked token, or by a code that came twice",
        "The app is told.",
        "when its person %s",
      ),
      tells(
        "An app that does not answer 2xx",
        "It is told again, five times within the hour, with the same `jti`; 400 is a no, and redirects are not followed.",
        "that is answered %i is told again, with the same jti, until it is heard",
      ),
    ],
  },
]
