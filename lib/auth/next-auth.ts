/** The session id in this request's signed cookie, or null. */
export async function sessionIdOfRequest(): Promise<string | null> {
  return null
}
