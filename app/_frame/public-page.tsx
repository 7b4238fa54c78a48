import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { withAccess } from '@/lib/access/access'
import { i18n, type I18n } from '@/lib/i18n/translator'
import { single, type PageProps, type Params } from '@/lib/http/page'
import type { PublicContext } from '@/lib/kernel/context'
import { currentPublicContext } from '@/lib/http/public-context'
import { withErrorPages } from './error-pages'

type PublicPage = { publicCtx: PublicContext; params: Params; search: Params; i18n: I18n } & I18n

/** A page for people without a session, in their browser's language. */
export function publicPage(render: (page: PublicPage) => Promise<ReactNode>) {
  const Page = async (props: PageProps) => {
    const publicCtx = await currentPublicContext()
    const texts = i18n(publicCtx.locale)
    const params = single(await props.params)
    const search = single(await props.searchParams)
    return withErrorPages(() => render({ publicCtx, params, search, i18n: texts, ...texts }))
  }
  return withAccess(Page, 'public')
}

export const publicTitle = (title: (texts: I18n) => string) => async (): Promise<Metadata> => ({
  title: title(i18n((await currentPublicContext()).locale)),
})
