/** The chosen country as the fields beside it see it: by ISO code, or the empty string. */
export type CountryChoice = { chosen(): string; choose(code: string): void }
