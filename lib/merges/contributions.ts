import { accountsInMerge } from '@/lib/accounts/merge'
import { touchesInMerge } from '@/lib/acquisition/merge'
import { attachmentsInMerge } from '@/lib/attachments/merge'
import { casesInMerge } from '@/lib/cases/merge'
import { contactsInMerge } from '@/lib/contacts/merge'
import type { MergeContribution } from '@/lib/contributions/merge'
import type { MergePart } from '@/lib/customer-group/included'
import { messagesInMerge } from '@/lib/interactions/merge'
import { notesInMerge } from '@/lib/notes/merge'
import { purchasesInMerge } from '@/lib/purchases/merge'
import { relationshipsInMerge } from '@/lib/relationships/merge'

/** The parts of a merge, one line for each aggregate that contributes one. */
export const CONTRIBUTIONS: Record<MergePart, MergeContribution> = {
  contacts: contactsInMerge,
  accounts: accountsInMerge,
  cases: casesInMerge,
  notes: notesInMerge,
  relationships: relationshipsInMerge,
  attachments: attachmentsInMerge,
  messages: messagesInMerge,
  acquisition: touchesInMerge,
  purchases: purchasesInMerge,
}

const PARTS = Object.keys(CONTRIBUTIONS) as MergePart[]

/** The parts that a person may leave out of a merge. */
export const OPTIONAL_PARTS = PARTS.filter((part) => CONTRIBUTIONS[part].includedByDefault !== null)

export const PARTS_BY_DEFAULT = PARTS.filter((part) => CONTRIBUTIONS[part].includedByDefault)

/** The parts whose rows can go to either record when a merge is undone. */
export const GIVABLE_PARTS = PARTS.filter((part) => CONTRIBUTIONS[part].give)
