import { PREFERENCES, type Preference, type Purpose } from '@/lib/consents/schema'
import { headerKey } from '../../reading/headers'
import { OPT_OUT_TARGETS, type OptOutTarget } from '../targets'
import { parseDay } from '../../row/day'
import type { CustomerRow, OptOut } from './types'

const YES =
  /^(1|x|s|y|v|t|sim|si|yes|true|verdadeiro|verdadero|ok|on|opt(ed)? ?out|out|unsub(scribed?)?|cleaned|descadastrad[oa]|cancelad[oa]|desinscrito|nao (contatar|enviar|ligar)|no contactar|do not (contact|e ?mail|call|mail)|bloquead[oa]|blocked|blacklisted|dnc)$/
const NO =
  /^(0|n|f|nao|no|false|falso|off|in|opt(ed)? ?in|subscribed|(never|not|non) subscribed|no consent|archived|inscrito|ativo|activo|active|aceita|permitid[oa]|contatar)$/
const REASON_CHARS_MAX = 300

const BY_TARGET: Record<OptOutTarget, readonly Preference[]> = {
  optOutEmail: ['email'],
  optOutEmail2: ['email'],
  optOutEmail3: ['email'],
  optOutSms: ['sms'],
  optOutWhatsapp: ['whatsapp'],
  optOutPhone: ['agenda'],
  optOutAll: PREFERENCES,
}

/**
 * The cancellations of a row, one for each preference and purpose. A column of one channel cancels promotions; "do not contact" cancels
 * everything. A date in such a column is the day of the cancellation. A value that says neither yes nor no is left out with a note.
 */
export function readOptOuts(row: CustomerRow): OptOut[] {
  const found = OPT_OUT_TARGETS.flatMap((target) => {
    const said = readCell(row, target)
    if (!said) return []
    const purposes: readonly Purpose[] = target === 'optOutAll' ? ['service', 'marketing'] : ['marketing']
    return BY_TARGET[target].flatMap((preference) => purposes.map((purpose) => ({ preference, purpose, ...said })))
  })
  return withoutRepetitions(found)
}

function readCell(row: CustomerRow, target: OptOutTarget): Pick<OptOut, 'reason' | 'on'> | null {
  const text = row.text(target)
  const key = headerKey(text)
  if (!key || NO.test(key)) return null
  const reason = `${row.plan.headers[row.plan.at[target]!]}: ${text}`.slice(0, REASON_CHARS_MAX)
  if (YES.test(key)) return { reason, on: null }
  const day = parseDay(text, { today: row.plan.today })
  if (day && 'day' in day && day.day <= row.plan.today) return { reason, on: day.day }
  row.leaveOut('opt_out_unreadable', target)
  return null
}

/** One cancellation for each preference and purpose, with all its reasons and its earliest day. */
function withoutRepetitions(found: readonly OptOut[]): OptOut[] {
  const merged = new Map<string, OptOut>()
  for (const next of found) {
    const key = `${next.preference} ${next.purpose}`
    const known = merged.get(key)
    if (!known) merged.set(key, next)
    else {
      const days = [known.on, next.on].filter((day) => day !== null).sort()
      const reason = `${known.reason}; ${next.reason}`.slice(0, REASON_CHARS_MAX)
      merged.set(key, { ...known, reason, on: days[0] ?? null })
    }
  }
  return [...merged.values()]
}
