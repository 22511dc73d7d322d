// Plain JavaScript: Next reads it with its configuration, and our own server with its code.

/**
 * Whose paths begin how. What no route takes there is answered by that dialect's `nowhere`, which lies under the first of its
 * prefixes. What comes earlier in the list is looked at first.
 */
export const prefixes = /** @type {const} */ ({
  handbid: ["/v3"],
  commerce: ["/auth", "/apikey"],
  oauth: ["/oauth", "/.well-known"],
  goodcity: ["/api/v1/auth"],
  social: ["/v1"],
})

/** Paths under these that a browser is led through, which Next answers with its pages. */
export const ledThrough = /** @type {const} */ (["/oauth/authorize", "/oauth/logout"])
