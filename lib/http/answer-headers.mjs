// Plain JavaScript: Next reads it with its configuration, and our own server with its code.

/** What every answer says to browsers. */
export const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // `no-referrer` would make browsers send `Origin: null` with our own forms.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), otp-credentials=(self)" },
]

/** And in production besides. */
export const inProduction = [{ key: "Strict-Transport-Security", value: "max-age=31536000" }]

/**
 * The policy of everything that is no page: data, files, and the error pages that Next shows under such paths, which are
 * read as they come, with styles and without scripts.
 */
export const withoutPages = policyOf(["style-src 'self'", "img-src 'self'"])

/** The policy of a script that a thread of its own begins with: it goes by its own, and loads the rest of itself. */
export const ofThreads = policyOf(["script-src 'self'"])

/** Whether a file of the build is such a script. */
export const isThread = (path) => /\/chunks\/turbopack-worker-[^/]*$/.test(path)

function policyOf(allowed) {
  const never = ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]
  return [{ key: "Content-Security-Policy", value: ["default-src 'none'", ...allowed, ...never].join("; ") }]
}
