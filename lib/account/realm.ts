/**
 * Whose accounts are meant. Identities are namespaced by realm and never linked across realms.
 * Our own pages sign in to the Handbid realm.
 */
export type Realm = "handbid" | "goodcity" | "commerce" | "social"

/**
 * Realms that never tell who has an account. A stranger's request there is judged the same for every number: the
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
