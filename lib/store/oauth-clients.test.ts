import { expect, test } from "vitest"
import { machines, machineToken, postForm } from "@/lib/testing/shoppers"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"

const [admin, warehouse] = machines as [(typeof machines)[0], (typeof machines)[0]]
const body = ({ id, secret }: { id: string; secret: string }) => ({ client_id: id, client_secret: secret })
const fields = (client: typeof admin) => ({ grant_type: "client_credentials", ...body(client) })

test("at a start the configuration's clients are the ones there are: one that is gone has no living token", async () => {
  const first = await testAuth({ oauthClients: [admin, warehouse] })
  const [kept, lost] = [await machineToken(first, admin), await machineToken(first, warehouse)]

  const { keys } = first.core
  const second = await testAuth({ oauthClients: [admin], sameData: true, keys })
  expect((await postForm(second, "token", fields(warehouse))).status).toBe(401)
  const about = (token: string) => postForm(second, "introspect", { token, ...body(admin) })
  expect((await about(kept)).body.active).toBe(true)

  const third = await testAuth({ oauthClients: [admin, warehouse], sameData: true, keys })
  const returned = await postForm(third, "introspect", { token: lost, ...body(warehouse) })
  expect(returned.body).toEqual({ active: false })
})

test("a changed secret or scope holds from the next start", async () => {
  const first = await testAuth({ oauthClients: [admin] })
  const { keys } = first.core
  const changed = { ...admin, secret: "another one", scopes: ["read:orders"] }
  const second = await testAuth({ oauthClients: [changed], sameData: true, keys })
  expect((await postForm(second, "token", fields(admin))).status).toBe(401)
  expect((await postForm(second, "token", fields(changed))).body.scope).toBe("read:orders")
})

test("a secret is kept as a keyed hash: whoever reads the database cannot even try guesses", async () => {
  const auth = await testAuth({ oauthClients: [admin] })
  const db = await testDatabase({ empty: false })
  const [row] = await db.oAuthClient.findMany()
  expect(row?.secretHash).toMatch(/^[\w-]{43}$/)
  const other = await testAuth({ oauthClients: [], sameData: true })
  await db.oAuthClient.create({ data: row as NonNullable<typeof row> })
  expect((await postForm(other, "token", fields(admin))).status).toBe(401)
  expect((await postForm(auth, "token", fields(admin), { address: "198.51.100.1" })).status).toBe(200)
})
