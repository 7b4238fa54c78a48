import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { withAccess, type StaffAccess } from '@/lib/access/access'
import { pageProps, requireAccess, verdictOn, type PageProps, type StaffPage } from '@/lib/http/page'
import { requestCtx } from '@/lib/http/request'
import { withErrorPages } from './error-pages'

/**
 * A page that checks access. Without a session it redirects to sign-in and back, without the permission it renders a
 * 403. `render` is awaited in full, so `notFound()`, `Forbidden` and failures inside it become pages that need no
 * scripting.
 */
export function page(access: StaffAccess, render: (page: StaffPage) => Promise<ReactNode>) {
  const Page = async (props: PageProps) =>
    withErrorPages(async () => render(await pageProps(await requireAccess(access), props)))
  return withAccess(Page, access)
}

/**
 * The page's title, with the same check, so that a title never reveals what the page would hide. Without access it
 * returns no title; an error thrown here would leave the page empty without scripting.
 */
export function titled(access: StaffAccess, title: (page: StaffPage) => Promise<string | null> | string) {
  const generateMetadata = async (props: PageProps): Promise<Metadata> => {
    const ctx = await requestCtx()
    if (!ctx || (await verdictOn(access)) !== 'in') return {}
    const words = await title(await pageProps(ctx, props))
    return words ? { title: words } : {}
  }
  return withAccess(generateMetadata, access)
}
