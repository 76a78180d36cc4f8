/** The address of the page that has a code filled in and one button to use it; opening it does nothing. */
export function codeAddress(baseUrl: string, entry: { email: string; code: string; next: string }): string {
  const query = new URLSearchParams({ address: entry.email, code: entry.code })
  if (entry.next !== '/') query.set('next', entry.next)
  return `${baseUrl}/sign-in/code?${query}`
}
