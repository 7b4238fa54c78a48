import { parseEmail, type ParsedEmail } from '@/lib/values/emails'
import type { Target } from '../targets'
import type { CustomerRow, RowPoint } from './types'

const TARGETS = ['email', 'email2', 'email3'] as const satisfies readonly Target[]
/** `Ana <ana@example.com>`: the name is ignored. */
const NAMED = /(?:"[^"]*"|[^<>;,|"]*)\s*<\s*([^<>\s]+@[^<>\s]+)\s*>/g
const SEPARATORS = /\s*:::\s*|[;,|\s]+/
const CONNECTORS = /^(?:e|ou|y|o|u|or|and|[/\\&•-])$/i

/** Returns the row's e-mails; a cell may contain several. */
export const readEmails = (row: CustomerRow): RowPoint[] => TARGETS.flatMap((target) => readColumn(row, target))

function readColumn(row: CustomerRow, target: Target): RowPoint[] {
  const pieces = splitEmails(row.text(target))
  const read = pieces.map(parseEmail)
  const good = read.filter((email) => email !== null)
  if (good.length < pieces.length) row.leaveOut(good.length ? 'email_part_unreadable' : 'email_unreadable', target)
  return good.map(pointOf)
}

/** Splits a cell into possible addresses. A slash separates two only if both contain an `@`. */
function splitEmails(text: string): string[] {
  return text
    .replace(NAMED, ' $1 ')
    .split(SEPARATORS)
    .flatMap((piece) => (piece.split('@').length > 2 ? piece.split('/') : [piece]))
    .map((piece) => piece.replace(/^\((.*)\)$/, '$1').replace(/\?(?:subject|body|cc)=.*$/i, ''))
    .filter((piece) => piece && !CONNECTORS.test(piece))
}

const pointOf = ({ value, normalized }: ParsedEmail): RowPoint => ({
  channel: 'email',
  value,
  normalized,
  matchKey: normalized,
  address: null,
})
