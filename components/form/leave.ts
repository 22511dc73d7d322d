/**
 * On to the next step. Back returns to this one; a step that leads to itself leaves no copies behind.
 */
export function toNextStep(go: string): void {
  const { pathname } = new URL(go, window.location.href)
  if (pathname === window.location.pathname) window.location.replace(go)
  else window.location.assign(go)
}

/** Signed in: the PIN page leaves the history, so that Back does not lead to it. */
export const toAccount = (go: string): void => window.location.replace(go)
