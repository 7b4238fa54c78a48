import { z } from 'zod'
import type { RowReader } from './reader'
import type { RowPoint } from './types'

const email = z.email()
const EMAIL_CHARS_MAX = 254

/** The row's e-mails; a cell may hold several. */
export function readEmails(row: RowReader): RowPoint[] {
  return (['email', 'email2'] as const).flatMap((target) => {
    const values = row
      .text(target)
      .split(/[;,\s]+/)
      .filter(Boolean)
    if (values.every((value) => value.length <= EMAIL_CHARS_MAX && email.safeParse(value).success))
      return values.map(pointOf)
    row.leaveOut('email_unreadable', target)
    return []
  })
}

function pointOf(value: string): RowPoint {
  const lower = value.toLowerCase()
  return { channel: 'email', value, normalized: lower, matchKey: lower, address: null }
}
