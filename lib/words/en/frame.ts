export const frame = {
  skip: "Skip to main content",
  promise: "{name} asks for a PIN, never for a password. Nobody from {name} will ever ask you for your PIN.",
  reference: "API reference",
  description: "Sign in with a PIN that comes by text message.",
  notFound: "Page not found",
  notFoundLead: "If you typed the address, check that it is correct.",
  toStart: "Go to the start page",
}
