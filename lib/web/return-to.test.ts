import { expect, test } from "vitest"
import { readReturnTo } from "@/lib/web/return-to"

const where = {
  origins: new Set(["https://latchkey.example"]),
  returnOrigins: new Set(["https://app.example", "http://localhost:4000"]),
}

test.each([
  ["/account/phone", "/account/phone"],
  ["/account?done=key#security", "/account?done=key#security"],
  ["/", "/"],
  [
    "/oauth/authorize?client_id=shop&state=%2F%2Fevil.example",
    "/oauth/authorize?client_id=shop&state=%2F%2Fevil.example",
  ],
  ["https://latchkey.example/account/phone", "/account/phone"],
  ["https://app.example", "https://app.example/"],
  ["https://app.example/basket?item=1#pay", "https://app.example/basket?item=1#pay"],
  ["HTTPS://APP.EXAMPLE:443/basket", "https://app.example/basket"],
  ["http://localhost:4000/back", "http://localhost:4000/back"],
  ["https://app.example/%2F%2Fevil.example", "https://app.example/%2F%2Fevil.example"],
])("%s may be come back to", (given, read) => {
  expect(readReturnTo(given, where)).toBe(read)
})

test.each([
  ["another origin", "https://evil.example/"],
  ["no protocol", "//evil.example"],
  ["three slashes", "///evil.example"],
  ["a slash and a backslash", "/\\evil.example"],
  ["backslashes", "\\\\evil.example"],
  ["a tab between slashes", "/\t/evil.example"],
  ["a line end between slashes", "/\n/evil.example"],
  ["a space before", " https://app.example/"],
  ["a NUL", "/account\0"],
  ["dots that leave two slashes", "/..//evil.example"],
  ["escaped dots that leave two slashes", "/%2e%2e//evil.example"],
  ["an escaped slash", "/%2Fevil.example"],
  ["an escaped backslash", "/%5Cevil.example"],
  ["two slashes within", "/account//evil.example"],
  ["an at sign in a path", "/@evil.example"],
  ["our origin before an at sign", "https://latchkey.example@evil.example/"],
  ["a user before a listed origin", "https://user@app.example/"],
  ["a password before a listed origin", "https://:secret@app.example/"],
  ["a listed origin before an at sign", "https://app.example:443@evil.example/"],
  ["a listed name within another", "https://app.example.evil.example/"],
  ["a listed name after another", "https://evil-app.example/"],
  ["a subdomain of a listed one", "https://www.app.example/"],
  ["a trailing dot", "https://app.example./"],
  ["another port", "https://app.example:8443/"],
  ["another protocol", "http://app.example/"],
  ["a backslash for a slash", "https:\\\\app.example/"],
  ["one slash", "https:/app.example/"],
  ["no slash", "https:app.example"],
  ["three slashes after the protocol", "https:///evil.example"],
  ["a script", "javascript:alert(1)"],
  ["a script in mixed case", "JaVaScRiPt:alert(1)//https://app.example"],
  ["data", "data:text/html,hello"],
  ["a name in other letters", "https://аpp.example/"],
  ["an escaped name of another", "https://%65vil.example/"],
  ["a relative path", "account"],
  ["nothing", ""],
  ["no text", ["/account"]],
  ["what is too long", `/${"a".repeat(2000)}`],
  ["the way in itself", "/sign-in"],
  ["a step of the way in", "/sign-in/on"],
  ["the way in by our whole address", "https://latchkey.example/sign-in?return_to=/"],
  ["the way in by its escaped name", "/%73ign-in"],
  ["a form's address", "/do/sign-out"],
  ["the way out", "/oauth/logout?client_id=shop"],
  ["the way out around a corner", "/account/../oauth/./logout"],
])("%s may not", (_, given) => {
  expect(readReturnTo(given, where)).toBeUndefined()
})
