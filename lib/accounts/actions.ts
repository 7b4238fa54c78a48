'use server'

import { buttonAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { addAccount } from './commands/add'
import { changeAccount } from './commands/change'
import { linkAccountTo, relinkAccount, unlinkAccount } from './commands/link'
import { toAccount, toAccounts } from './paths'

type Ids = { customerId: string; accountId: string }

const toOne = ({ customerId, accountId }: Ids) => toAccount(customerId, accountId)
const toList = ({ customerId }: Ids) => toAccounts(customerId)

export const addAccountAction = formAction(addAccount, {
  redirectTo: toList,
  flash: 'account_added',
  repeatedFlash: 'saved_before',
})

export const changeAccountAction = formAction(changeAccount, { redirectTo: toOne, flash: 'account_changed' })

export const unlinkAccountAction = buttonAction(unlinkAccount, { redirectTo: toList, flash: 'account_unlinked' })

export const relinkAccountAction = buttonAction(relinkAccount, { redirectTo: toList, flash: 'account_linked' })

export const linkAccountToAction = buttonAction(linkAccountTo, { redirectTo: toList, flash: 'account_linked' })
