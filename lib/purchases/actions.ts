'use server'

import { formAction } from '@/lib/http/form-action'
import { changeSituation } from './commands/change-situation'
import { recordCredit, recordCreditUse } from './commands/credit'
import { recordExclusion, recordReturn } from './commands/deduct'
import { recordPurchase } from './commands/record'
import { toPurchase } from './paths'

const redirectTo = ({ customerId, purchaseId }: { customerId: string; purchaseId: string }) =>
  toPurchase(customerId, purchaseId)

const once = { redirectTo, repeatedFlash: 'saved_before' } as const

export const recordPurchaseAction = formAction(recordPurchase, { ...once, flash: 'purchase_recorded' })

export const changeSituationAction = formAction(changeSituation, { redirectTo, flash: 'purchase_changed' })

export const recordReturnAction = formAction(recordReturn, { ...once, flash: 'return_recorded' })

export const recordExclusionAction = formAction(recordExclusion, { ...once, flash: 'exclusion_recorded' })

export const recordCreditAction = formAction(recordCredit, { ...once, flash: 'credit_recorded' })

export const recordCreditUseAction = formAction(recordCreditUse, { ...once, flash: 'credit_used' })
