import { unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import type { SectionProps } from '@/components/profile/section'
import { SectionError } from '@/components/ui/section-error'
import { currentPath } from '@/lib/http/page'
import { log } from '@/lib/log'

/**
 * A section or card that fails alone, while it is read or in `draw`: the rest of the page stands, and its place says what happened.
 * Awaited, not streamed: without scripting a late boundary would never be swapped in.
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
