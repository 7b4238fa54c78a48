import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import type { EntryPoint } from '@/lib/access/entry-points'
import { requireAccess, pageProps, verdictOn, type PageProps, type StaffPage } from '@/lib/http/page'
import { requestCtx } from '@/lib/http/request'
import { answered } from './answered'

/**
 * A page behind its declared access: without a session it goes to sign-in and back, without the permission it says so.
 * `render` is awaited whole, so `notFound()`, `Forbidden` and failures inside it become pages that need no scripting.
 */
export function page(entry: EntryPoint, render: (page: StaffPage) => Promise<ReactNode>) {
  return async function Page(props: PageProps) {
    return answered(async () => render(await pageProps(await requireAccess(entry), props)))
  }
}

/**
 * The page's title, behind the same guard: a title must not tell what the page would not.
 * It never refuses by itself: a refusal thrown here would leave a page without scripting empty.
 */
export function titled(entry: EntryPoint, title: (page: StaffPage) => Promise<string | null> | string) {
  return async function generateMetadata(props: PageProps): Promise<Metadata> {
    const ctx = await requestCtx()
    if (!ctx || (await verdictOn(entry)) !== 'in') return {}
    const words = await title(await pageProps(ctx, props))
    return words ? { title: words } : {}
  }
}
