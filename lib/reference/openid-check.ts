/** One check, what is answered here, and the test that asks it. */
export type Check = { check: string; answer: string; test: string }

/** Checks whose tests are in this file of `lib/web/apps`. */
export const at =
  (file: string) =>
  (check: string, answer: string, title: string): Check => ({
    check,
    answer,
    test: `lib/web/apps/${file}.test.ts: ${title}`,
  })
