/** Sign-in of staff, as the rest of the system sees it; better-auth is behind it. */
export interface SignIn {
  /** The user and session of a request's cookie, or null. Costs one small query. */
  whoIs(headers: Headers): Promise<{ userId: string; sessionId: string } | null>
  /**
   * Starts a session for a user known by other means (first run, the development page).
   * @param headers of the request, for the device and address in the list of sessions
   * @returns Set-Cookie values
   * @throws when the user is no active member of staff
   */
  startSession(userId: string, headers: Headers): Promise<string[]>
  /** Makes a sign-in code of 8 digits, good for 10 minutes, 3 tries and one use. An earlier one no longer works. */
  makeCode(email: string): Promise<string>
  /** Spends a code and starts a session. @returns null when the code does not work, whatever the reason */
  enterWithCode(email: string, code: string, headers: Headers): Promise<{ userId: string; cookies: string[] } | null>
  /** better-auth's own answer to one of the passkey calls under /api/auth/passkey. */
  passkeyCall(call: PasskeyCall, request: { headers: Headers; body?: string }): Promise<Response>
  /** Whether a browser would offer passkeys on BASE_URL at all (https, or localhost by name). */
  takesPasskeys: boolean
  /** Set-Cookie values that make a browser forget its session. */
  forgetCookies(): string[]
  close(): Promise<void>
}

/** The calls of better-auth that this system passes on; everything else it could do over HTTP stays closed. */
export const passkeyCalls = {
  'generate-register-options': 'GET',
  'verify-registration': 'POST',
  'generate-authenticate-options': 'GET',
  'verify-authentication': 'POST',
} as const
export type PasskeyCall = keyof typeof passkeyCalls

/** A session ends this many days after sign-in, however busy it is. */
export const sessionDays = 30
/** A session that nobody used for this many days has ended. */
export const idleDays = 14
/** Hours after sign-in during which a passkey may be added. */
export const freshHours = 24
/** Minutes a mailed code is good. */
export const codeMinutes = 10
/** Digits of a mailed code. */
export const codeDigits = 8
