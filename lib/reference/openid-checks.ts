import { at, type Check } from "@/lib/reference/openid-check"
import { signOutChecks } from "@/lib/reference/openid-sign-out-checks"

const [asks, redeems, drives, small] = [at("authorize"), at("redeem"), at("libraries"), at("conformance")] as const
const holds = at("app-tokens")

const openidClient = "openid-client, by discovery alone: signs in, reads who it is, refreshes, revokes, signs out"
const oauth4webapi = "oauth4webapi, as an app without a secret that is not ours"

/**
 * The checks of the OpenID Foundation's conformance suite that concern what is offered here and need no server of the suite's, by its names
 * (`oidcc-…`), and those of OAuth 2.1 and RFC 9700 that it does not have.
 */
export const checks: readonly { plan: string; checks: readonly Check[] }[] = [
  {
    plan: "Signing in: the Basic and Config profiles",
    checks: [
      drives(
        "oidcc-discovery-endpoint-verification",
        "Found at `/.well-known/openid-configuration`, with every endpoint.",
        openidClient,
      ),
      drives(
        "oidcc-server",
        "A code, an ID token signed RS256 whose `iss`, `aud`, `nonce`, `at_hash` and times hold.",
        openidClient,
      ),
      redeems(
        "oidcc-server-client-secret-post",
        "The secret in the body or by HTTP Basic, not both.",
        "becomes tokens, by a secret in the body or by HTTP Basic",
      ),
      asks("oidcc-response-type-missing", "`invalid_request`, to the app.", "%s is answered to the app"),
      asks(
        "oidcc-ensure-registered-redirect-uri",
        "A page of ours says so; nothing is sent to that address.",
        "a redirect_uri that is %s",
      ),
      small(
        "oidcc-ensure-request-without-nonce-succeeds-for-code-flow",
        "A code, and an ID token without `nonce`.",
        "%s succeeds",
      ),
      small("oidcc-ensure-request-with-unknown-parameter-succeeds", "A code.", "%s succeeds"),
      small("oidcc-ensure-other-scope-order-succeeds", "A code.", "%s succeeds"),
      small(
        "oidcc-ensure-request-with-acr-values-succeeds",
        "A code; `acr` says what was used, such as `sms`.",
        "%s succeeds",
      ),
      small("oidcc-display-page, oidcc-display-popup", "A code; the pages fit any window.", "%s succeeds"),
      small("oidcc-claims-locales", "A code; names are as people wrote them.", "%s succeeds"),
      small("oidcc-claims-essential", "A code; `claims_parameter_supported` is false.", "%s succeeds"),
      asks(
        "oidcc-ensure-post-request-succeeds",
        "The same as a GET.",
        "a posted request is looked at as if it stood in the address",
      ),
      asks(
        "oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported",
        "`request_not_supported`.",
        "%s is answered to the app",
      ),
      asks(
        "oidcc-prompt-login",
        "A new sign-in, and a later `auth_time`.",
        "%o asks whoever is signed in to sign in again, once",
      ),
      asks(
        "oidcc-prompt-none-not-logged-in",
        "`login_required`.",
        "prompt=none without a session is login_required, and keeps nothing",
      ),
      asks(
        "oidcc-prompt-none-logged-in",
        "A code, without a page.",
        "prompt=none with a session is answered at once, and an app that is not ours must have been allowed",
      ),
      asks("oidcc-max-age-1", "A new sign-in.", "max_age is kept by a session that is newer, and not by an older one"),
      asks(
        "oidcc-max-age-10000",
        "A code for the session that there is, and its `auth_time`.",
        "max_age is kept by a session that is newer, and not by an older one",
      ),
      asks(
        "oidcc-id-token-hint",
        "A code for the person whom it names, else `login_required`.",
        "an id_token_hint lets in the person whom it names, and nobody else",
      ),
      asks("oidcc-login-hint", "The first page shows the email.", "login_hint is the email that the first page shows"),
      asks(
        "oidcc-ui-locales",
        "Pages in English or Hong Kong Chinese.",
        "ui_locales is the language until the browser is closed, where none was chosen",
      ),
    ],
  },
  {
    plan: "Who signed in",
    checks: [
      drives("oidcc-userinfo-get", "The claims, and the `sub` of the ID token.", openidClient),
      small(
        "oidcc-userinfo-post-header",
        "The same.",
        "userinfo is told to a POST with the token in its header, and not to one with it in the body",
      ),
      small(
        "oidcc-userinfo-post-body",
        "401: a token in a body is not taken, which RFC 6750 leaves open.",
        "userinfo is told to a POST with the token in its header, and not to one with it in the body",
      ),
      holds(
        "oidcc-scope-profile, -email, -phone, -all",
        "The claims of each scope and no more.",
        "with the scope %s tells no more than that",
      ),
      holds(
        "oidcc-scope-address",
        "A code; `address` is not granted, and the answer says so.",
        "with the scope %s tells no more than that",
      ),
    ],
  },
  {
    plan: "Codes and refresh tokens: OAuth 2.1, RFC 7636, RFC 9700",
    checks: [
      redeems(
        "oidcc-codereuse",
        "`invalid_grant`, and the tokens end.",
        "that comes twice, %i ms later, ends what it was redeemed for",
      ),
      redeems(
        "oidcc-codereuse-30seconds",
        "The same, whenever it comes.",
        "that comes twice, %i ms later, ends what it was redeemed for",
      ),
      redeems(
        "Fifty redemptions at once",
        "One wins.",
        "of fifty redemptions at once, in two processes, one wins, and one session was made",
      ),
      redeems("An expired code", "`invalid_grant` after 60 seconds.", "lives for sixty seconds"),
      drives("oidcc-ensure-request-with-valid-pkce-succeeds", "Tokens.", oauth4webapi),
      asks("PKCE missing, or plain", "`invalid_request`, to the app.", "%s is answered to the app"),
      redeems(
        "A wrong verifier, or another redirect_uri",
        "`invalid_grant`; the code is still good for whoever has all of it.",
        "is not redeemed with %s, which changes nothing for whoever has it all",
      ),
      redeems(
        "A mixed-up client",
        "`invalid_grant`; nothing ends.",
        "is not redeemed by another client, and neither is one that was redeemed ended by it",
      ),
      asks(
        "The issuer in the answer (RFC 9207)",
        "`iss`, in errors too.",
        "a code comes with the state and the issuer, to an address that keeps its own query",
      ),
      asks("`alg: none`", "An ID token that nobody signed is no hint: `invalid_request`.", "%s is answered to the app"),
      holds(
        "oidcc-refresh-token",
        "New tokens, each refresh token once; another client's is `invalid_grant`.",
        "is refreshed once a token, by its own app alone, and an old one ends it all",
      ),
    ],
  },
  ...signOutChecks,
]
