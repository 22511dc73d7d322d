/** Whether a person has done anything on this page yet. Focus that the page sets by itself is no sign of one. */
export const hasActed = (): boolean => !("userActivation" in navigator) || navigator.userActivation.hasBeenActive
