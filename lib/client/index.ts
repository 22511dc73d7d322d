/** The typed client of the Commerce API. */
export type { CommerceOptions } from "./calls"
export { Commerce } from "./commerce"
export * from "./errors"
export type { Session } from "./tokens"
