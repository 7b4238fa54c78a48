import { recordTouch } from '@/lib/acquisition/commands'
import { wallTimeAt } from '@/lib/values/wall-time'
import { accepted, type Step } from '../timeline'

type NewTouch = {
  entryMethod: string
  city?: string
  region?: string
  country?: string
  site?: string
  generatedUrl?: string
  referrer?: string
  ipAddress?: string
}

/** Records a contact by which the customer came to the company, at the moment of the step. */
export const cameBy =
  (customerId: string, touch: NewTouch): Step =>
  (ctx) => {
    const [day, time] = wallTimeAt(ctx.now, 'America/Sao_Paulo').split('T')
    return accepted(recordTouch(ctx, { customerId, day, time, ...touch }))
  }
