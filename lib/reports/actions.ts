'use server'

import { buttonAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { CUSTOMER_REPORT, toView, VIEWS } from './paths'
import { changeView, deleteView, saveView } from './views/commands'

export const saveViewAction = formAction(saveView, {
  redirectTo: ({ viewId }) => toView(viewId),
  flash: 'view_saved',
  repeatedFlash: 'saved_before',
})

export const changeViewAction = formAction(changeView, { redirectTo: () => VIEWS, flash: 'view_changed' })

export const deleteViewAction = buttonAction(deleteView, { redirectTo: () => CUSTOMER_REPORT, flash: 'view_deleted' })
