import type { Locale } from '@/lib/i18n/locale'
import { requestCtx } from './request'
import { currentPublicContext } from './public-context'

/** The language of the response: the viewer's choice, else the browser's preference. */
export async function currentLocale(): Promise<Locale> {
  const ctx = await requestCtx()
  return ctx ? ctx.viewer.locale : (await currentPublicContext()).locale
}
