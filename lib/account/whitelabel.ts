/** The whitelabels that Handbid's register page names, and whether newcomers may join them. */
const whitelabels: ReadonlyMap<number, { name: string; registration: "open" | "blocked" }> = new Map([
  [1, { name: "Handbid", registration: "open" }],
  [4, { name: "OGAC", registration: "blocked" }],
])

/** Every whitelabel, by its id. */
export const everyWhitelabel = (): { id: number; name: string }[] =>
  [...whitelabels].map(([id, { name }]) => ({ id, name }))

/** What an absent `whitelabelId` means. */
export const defaultWhitelabel = 1

/** The whitelabel of this id, or undefined where there is none. */
export const whitelabel = (id: number) => whitelabels.get(id)
