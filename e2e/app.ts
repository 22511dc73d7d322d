/** The clients of the server under test: an app of its own, somebody else's that keeps no secret, and a page of its own. Each listens where it finds room. */
export const apps = {
  own: { id: "own-app", secret: "only-for-end-to-end-tests", name: "Our shop", first_party: true },
  page: { id: "page-app", name: "Our page", first_party: true },
  other: { id: "other-app", name: "The Forum", first_party: false },
} as const

/** As `OAUTH_CLIENTS` has them. */
export const oauthClients = Object.values(apps).map((app) => ({
  ...app,
  redirect_uris: ["http://127.0.0.1/callback"],
  post_logout_redirect_uris: ["http://127.0.0.1/"],
}))
