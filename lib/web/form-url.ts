/** What our pages' forms are called. */
export type FormName =
  | "check-email"
  | "keep-email"
  | "forget-email"
  | "register"
  | "verify-pin"
  | "resend-pin"
  | "sign-out"
  | "sign-out-everywhere"
  | "sign-out-session"
  | "make-api-key"
  | "revoke-api-key"
  | "change-phone"
  | "prove-phone"
  | "resend-change-pin"
  | "wait-for-phone"
  | "cancel-phone-change"
  | "list-numbers"
  | "unlist-numbers"
  | "pin-mode"
  | "unpin-mode"
  | "release-operator"
  | "release-phone-change"
  | "set-theme"
  | "remove-theme"

/** Where a form is posted to: `app/do/[form]` answers there. */
export const formUrl = (name: FormName): string => `/do/${name}`
