/**
 * Whose accounts are meant. Identities are namespaced by realm and never linked across realms.
 * Our own pages sign in to the Handbid realm.
 */
export type Realm = "handbid" | "goodcity" | "commerce" | "social"

/**
 * Realms that tell nobody who has an account. What a stranger asks for there is judged the same whoever has the number: the
 * rules about newcomers hold for all of them.
 */
export const hidesAccounts: Readonly<Record<Realm, boolean>> = {
  handbid: false,
  goodcity: true,
  commerce: false,
  social: false,
}

/** How a realm's account ids begin. */
export const accountIdPrefix: Readonly<Record<Realm, string>> = {
  handbid: "",
  goodcity: "",
  commerce: "user_",
  social: "",
}
