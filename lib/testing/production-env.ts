/** The least that a production environment says. */
export const production = {
  NODE_ENV: "production",
  SECRET_KEY: "k".repeat(32),
  SMS_PROVIDER: "inbox",
  INBOX_TOKEN: "0123456789abcdef",
}
