import type { z } from 'zod'

/** The error code of each field. A message that looks like a code (`required`, `contacts.bad_phone`) is used; others become `invalid`. */
export function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.join('.') || '_'] ??= codeOf(issue)
  return fields
}

function codeOf(issue: z.core.$ZodIssue) {
  if (/^[a-z]+(_[a-z]+)*(\.[a-z_]+)?$/.test(issue.message)) return issue.message
  if (issue.code === 'too_big') return 'too_long'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required'
  return 'invalid'
}
