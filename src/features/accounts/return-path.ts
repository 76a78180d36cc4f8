/**
 * Where to go after signing in: a path of this site, or the front page. Browsers read a backslash as a slash and drop
 * tabs and line breaks, so anything but plain characters is refused.
 */
export function safeReturn(path: string | undefined): string {
  if (path === undefined || !/^\/(?![/\\])[\w\-./~%?&=+:@,!$*;]*$/.test(path)) return '/'
  return /^\/(sign-in|sign-out|demonstration|start)\b/.test(path) ? '/' : path
}
