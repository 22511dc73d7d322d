/** The secrets that the server under test runs with. They guard nothing else. */
export const secretKey = "only-for-end-to-end-tests-0123456789"
export const inboxToken = "only-for-end-to-end-tests"
