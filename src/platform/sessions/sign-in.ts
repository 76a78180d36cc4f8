/** Sign-in of staff, as the rest of the system sees it; better-auth is behind it. */
export interface SignIn {
  /** The user and session of a request's cookie, or null. */
  whoIs(headers: Headers): Promise<{ userId: string; sessionId: string } | null>
  /** Starts a session for a user known by other means (first run, a typed code, a passkey). @returns Set-Cookie values */
  startSession(userId: string, headers: Headers): Promise<string[]>
  close(): Promise<void>
}
