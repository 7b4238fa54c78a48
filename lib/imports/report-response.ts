import type { I18n } from '@/lib/i18n/translator'
import type { Ctx } from '@/lib/kernel/context'
import { answer } from '@/lib/http/public-handler'
import { maySeeRows } from './policy'
import { getImport, type RowOutcome } from './queries'
import { reportOf } from './report'

type Asked = { ctx: Ctx; id: string | undefined; outcome: RowOutcome; i18n: Pick<I18n, 't' | 'locale'> }

/** A report as a download; 404 for a viewer who may not see the rows. */
export async function reportResponse({ ctx, id, outcome, i18n }: Asked): Promise<Response> {
  const file = await getImport(ctx, id)
  if (!file || !maySeeRows(ctx.viewer, file)) return answer(404)
  const name = `${file.fileName.replace(/\.[^.]*$/, '')}-${i18n.t(`imports.report.${outcome}`)}.csv`
  return new Response(reportOf(ctx, file, outcome, i18n), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${outcome}.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
