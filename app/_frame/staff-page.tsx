import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { withAccess, type StaffAccess } from '@/lib/access/access'
import { pageProps, requireAccess, verdictOn, type PageProps, type StaffPage } from '@/lib/http/page'
import { requestCtx } from '@/lib/http/request'
import { withErrorPages } from './error-pages'

/**
 * A page that checks its access: without a session it sends to sign-in and back, without the permission it says so.
 * `render` is awaited whole, so `notFound()`, `Forbidden` and failures inside it become pages that need no scripting.
 */
export function page(access: StaffAccess, render: (page: StaffPage) => Promise<ReactNode>) {
  const Page = async (props: PageProps) =>
    withErrorPages(async () => render(await pageProps(await requireAccess(access), props)))
  return withAccess(Page, access)
}

/**
 * The page's title, with the same check: a title must not say what the page would not show.
 * It never refuses by itself: a refusal thrown here would leave a page without scripting empty.
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
