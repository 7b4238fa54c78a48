import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { accessTo, type EntryPoint } from '@/lib/access/entry-points'
import { i18n, type I18n } from '@/lib/i18n/translator'
import { single, type PageProps, type Params } from '@/lib/http/page'
import { currentPublicContext, type PublicContext } from '@/lib/http/public-context'
import { answered } from './answered'

type PublicPage = { visit: PublicContext; params: Params; search: Params; i18n: I18n } & I18n

/** A page for people without a session, in their browser's language. */
export function publicPage(entry: EntryPoint, render: (page: PublicPage) => Promise<ReactNode>) {
  if (accessTo(entry) !== 'public') throw new Error(`${entry} is not declared public`)
  return async function Page(props: PageProps) {
    const visit = await currentPublicContext()
    const texts = i18n(visit.locale)
    const given = {
      visit,
      params: single(await props.params),
      search: single(await props.searchParams),
      i18n: texts,
      ...texts,
    }
    return answered(() => render(given))
  }
}

export const publicTitle = (title: (texts: I18n) => string) => async (): Promise<Metadata> => ({
  title: title(i18n((await currentPublicContext()).locale)),
})
