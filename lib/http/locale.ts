import type { Locale } from '@/lib/i18n/locale'
import { requestCtx } from './request'
import { currentPublicContext } from './public-context'

/** The language to answer in: the viewer's choice, or what the browser asks for. */
export async function currentLocale(): Promise<Locale> {
  const ctx = await requestCtx()
  return ctx ? ctx.viewer.locale : (await currentPublicContext()).locale
}
