import type { ReactNode } from 'react'
import type { Tone } from './chip'

export function Banner({
  tone = 'neutral',
  action,
  children,
}: {
  tone?: Tone
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={tone === 'neutral' ? 'banner' : `banner banner-${tone}`}>
      <div>{children}</div>
      {action}
    </div>
  )
}
