/** What whoever runs the script can mend themselves: its sentence is shown without a stack. */
export class Hint extends Error {}

export const reasonOf = (error: unknown): string => {
  if (error instanceof Hint) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
