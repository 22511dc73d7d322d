/**
 * Whose accounts are meant. Identities are namespaced by realm and never linked across realms.
 * Our own pages sign in to the Handbid realm.
 */
export type Realm = "handbid" | "goodcity" | "commerce" | "social"

/** How a realm's account ids begin. */
export const accountIdPrefix: Readonly<Record<Realm, string>> = {
  handbid: "",
  goodcity: "",
  commerce: "user_",
  social: "",
}
