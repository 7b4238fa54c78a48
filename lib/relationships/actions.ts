'use server'

import { buttonAction, intent, intentAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { changeRelationship } from './commands/change'
import { relateCustomers } from './commands/relate'
import { removeRelationship, restoreRelationship } from './commands/remove'
import { addTag, changeTag, restoreTag, retireTag } from './commands/tags'
import { RELATIONSHIP_FORM, RELATIONSHIP_TAGS, toRelated, toTag } from './paths'

const redirectTo = ({ customerId }: { customerId: string }) => toRelated(customerId)

export const relateCustomersAction = formAction(relateCustomers, {
  redirectTo,
  flash: 'relationship_added',
  repeatedFlash: 'saved_before',
})

export const changeRelationshipAction = formAction(changeRelationship, { redirectTo, flash: 'relationship_changed' })

export const removeRelationshipAction = buttonAction(removeRelationship, {
  redirectTo,
  flash: 'relationship_removed',
  undo: ({ otherId }) => ({ form: RELATIONSHIP_FORM, intent: `restore:${otherId}`, focus: 'add-related' }),
})

/** The button in the message after a removal. */
export const relationshipAction = intentAction({
  restore: intent(restoreRelationship, ['otherId'], { redirectTo, flash: 'relationship_restored' }),
})

const toTags = () => RELATIONSHIP_TAGS

export const addTagAction = formAction(addTag, {
  redirectTo: toTags,
  flash: 'tag_added',
  repeatedFlash: 'saved_before',
})

export const changeTagAction = formAction(changeTag, { redirectTo: ({ tagId }) => toTag(tagId), flash: 'tag_changed' })

export const retireTagAction = buttonAction(retireTag, { redirectTo: toTags, flash: 'tag_retired' })

export const restoreTagAction = buttonAction(restoreTag, { redirectTo: toTags, flash: 'tag_restored' })
