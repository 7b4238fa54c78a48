/** A problem that the person at the terminal can solve: its message is printed without a stack. */
export class CliError extends Error {}

export const reasonOf = (error: unknown): string => {
  if (error instanceof CliError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
