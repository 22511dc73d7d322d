import { client } from "@/lib/store/database"
import { limitsInPostgres } from "@/lib/store/limits-in-postgres"
import { connectPostgres } from "@/lib/store/postgres-database"
import { type TestAuth, type TestOptions, testAuth } from "@/lib/testing/test-auth"

/** The same application once its database is gone: nobody listens where it was. */
export const withoutDatabase = async (before: TestAuth, options: TestOptions = {}): Promise<TestAuth> => {
  const { adapter, door } = connectPostgres({ url: "postgresql://nobody@127.0.0.1:1/gone" }, () => undefined)
  const db = client(adapter, door)
  return testAuth({ limits: limitsInPostgres(db), ...options, sameData: true, keys: before.core.keys, db })
}
