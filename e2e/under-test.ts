import { type Person, personOf } from "./person"

/** The secrets that the server under test runs with. They guard nothing else. */
export const secretKey = "only-for-end-to-end-tests-0123456789"
export const inboxToken = "only-for-end-to-end-tests"

/** The operators of the server under test, one for each test of each project that needs one. */
const operated = [
  "figures",
  "numbers",
  "list",
  "mode",
  "fresh",
  "sight",
  "still",
  "weight",
  "row",
  "money",
  "theme",
  "policy",
  "undo",
  "apps",
] as const
export const operatorOf = (project: string, test: (typeof operated)[number]): Person =>
  personOf(`operator ${project} ${test}`)
export const operatorPhones = ["js", "no-js"].flatMap((project) =>
  operated.map((test) => operatorOf(project, test).phone),
)
