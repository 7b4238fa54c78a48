import type { PurchaseRow } from '@/lib/purchases/batch'
import { headerKey } from '../../reading/headers'
import type { PurchaseReader } from './types'

type Situation = NonNullable<PurchaseRow['situation']>

/** The words of other systems for the situation of a purchase, in Portuguese, Spanish and English, as `headerKey`. */
const WORDS: Record<Exclude<Situation, 'other'>, RegExp> = {
  pending:
    /^(pendente|pendiente|pending|created|criad[oa]|cread[oa]|aberto|abiert[oa]|open|aguardando.*|esperando.*|awaiting.*|processing|processando|em processamento|em separacao|en proceso|em preparacao|unfulfilled|on hold)$/,
  invoiced:
    /^(faturad[oa]|facturad[oa]|invoiced|billed|pag[oa]|paid|aprovad[oa]|aprobad[oa]|approved|authorized|autorizad[oa]|confirmad[oa]|confirmed|pagamento (aprovado|confirmado))$/,
  shipped:
    /^(enviad[oa]|despachad[oa]|shipped|sent|em transito|en transito|in transit|em transporte|em rota|postado|fulfilled)$/,
  delivered:
    /^(entregue|entregad[oa]|delivered|conclu[ií]d[oa]|complet[oa]|complete|completed|completad[oa]|finalizad[oa]|closed|fechad[oa]|retirad[oa]|picked up)$/,
  cancelled:
    /^(cancelad[oa]|cancell?ed|anulad[oa]|voided?|devolvid[oa]|devuelt[oa]|returned|refunded|reembolsad[oa]|estornad[oa]|unavailable|indisponivel|rejected|recusad[oa]|rechazad[oa])$/,
}

type Read = Pick<PurchaseRow, 'situation' | 'sourceSituation'>

/** Reads the situation, with the words of the source. Unknown words are stored unchanged with a remark; an empty cell has no effect. */
export function readSituation(row: PurchaseReader): Read {
  const text = row.text('situation').slice(0, 100)
  if (!text) return {}
  const key = headerKey(text)
  const found = (Object.keys(WORDS) as (keyof typeof WORDS)[]).find((situation) => WORDS[situation].test(key))
  if (!found) row.leaveOut('situation_unknown', 'situation')
  return { situation: found ?? 'other', sourceSituation: text }
}
