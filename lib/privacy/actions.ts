'use server'

import { buttonAction } from '@/lib/http/button-action'
import { revealPersonal } from './commands'

export const revealAction = buttonAction(revealPersonal)
