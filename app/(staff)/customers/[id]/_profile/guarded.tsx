import { unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import type { SectionProps } from '@/components/profile/section'
import { SectionError } from '@/components/ui/section-error'
import { currentPath } from '@/lib/http/page'
import { log } from '@/lib/log'

/**
 * Renders a section or card; if reading it or `draw` fails, an error takes its place and the rest of the page is
 * unaffected. Awaited, not streamed: without scripting the browser would never show a streamed boundary.
 */
export async function Guarded(
  body: (props: SectionProps) => Promise<ReactNode>,
  props: SectionProps,
  draw: (content: ReactNode) => ReactNode = (content) => content,
): Promise<ReactNode> {
  try {
    return draw(await body(props))
  } catch (error) {
    unstable_rethrow(error)
    log.error({ err: error, requestId: props.ctx.requestId, section: body.name }, 'a section failed')
    const { t } = props.i18n
    return (
      <SectionError
        text={t('common.sectionFailed')}
        retry={{ href: await currentPath(), label: t('common.tryAgain') }}
      />
    )
  }
}
