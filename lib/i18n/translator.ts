import { createFormatter, createTranslator, type Messages } from 'use-intl/core'
import type { Locale } from '@/lib/i18n/locale'
import { env } from '@/lib/env'
import { formatsOf } from './formats'
import { messagesIn } from './messages'
import { cachedTranslator } from './translate'

export const DEFAULT_LOCALE: Locale = 'pt-BR'

const made = new Map<Locale, ReturnType<typeof make>>()

function make(locale: Locale) {
  const timeZone = env().COMPANY_TIME_ZONE
  const onError = (error: Error) => {
    throw error
  }
  return {
    locale,
    t: cachedTranslator(
      createTranslator<Messages>({ locale, messages: messagesIn(locale), timeZone, onError }),
      locale,
    ),
    format: createFormatter({ locale, timeZone, onError, formats: formatsOf(locale) }),
  }
}

export type I18n = ReturnType<typeof make>

/** The texts and formats of a language, in the company's time zone. Created once per process, so that all requests share its caches. */
export function i18n(locale: Locale): I18n {
  const found = made.get(locale)
  if (found) return found
  const fresh = make(locale)
  made.set(locale, fresh)
  return fresh
}
