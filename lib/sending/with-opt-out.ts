/** The text with the sentence about unsubscribing, unless it has it already. Client-safe. */
export const withOptOutText = (body: string, optOut: string | null): string =>
  optOut && !body.includes(optOut) ? `${body}\n${optOut}` : body
