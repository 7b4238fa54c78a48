/** An error that the person at the terminal can fix. Its message is printed without a stack trace. */
export class CliError extends Error {}

export const reasonOf = (error: unknown): string => {
  if (error instanceof CliError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
