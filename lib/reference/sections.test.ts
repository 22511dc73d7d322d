import { expect, test } from "vitest"
import { everyOperation, reference } from "./openapi"
import { oldAnchor, sections } from "./sections"

test("every operation stands on one page of the reference", () => {
  const shown = sections(reference()).flatMap(({ calls }) => calls.map(({ operation }) => operation.operationId))
  expect(shown.toSorted()).toEqual(
    everyOperation()
      .map(({ operationId }) => operationId)
      .toSorted(),
  )
})

test("every API's heading of the old single page still has its anchor", () => {
  expect(sections(reference()).map(oldAnchor)).toEqual(
    expect.arrayContaining(["handbid-v3", "goodcity", "commerce", "commerce-for-machines", "social-login"]),
  )
})
