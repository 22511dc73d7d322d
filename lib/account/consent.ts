/** What the owners of accounts let apps know that are not our own. */
export type Consents = {
  /** What the owner let the app know; nothing where they were never asked. */
  given(accountId: string, client: string): Promise<string[]>
  /** From now on the app may know this as well. */
  give(accountId: string, client: string, scopes: readonly string[], now: Date): Promise<void>
  /** The app of this session is asked about again. A session of the account that is no app's changes nothing. */
  takeBack(accountId: string, sessionId: string): Promise<void>
  /** So is every app. */
  takeAllBack(accountId: string): Promise<void>
}
