/**
 * Whose request it is: the owner's, on a device that signed in to the account before, or a stranger's. The two are counted
 * apart, so that what strangers ask for in a person's name locks that person out of nothing.
 */
export type Whose = "home" | "stranger"
