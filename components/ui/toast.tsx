import type { ReactNode } from 'react'
import { CircleAlert, CircleCheck } from '@/components/ui/icons'

type Props = { tone: 'ok' | 'bad'; text: string; close: string; children?: ReactNode }

/** A message that fades after a while; `children` are its buttons. A checkbox closes it, which works without scripting. */
export function Toast({ tone, text, close, children }: Props) {
  return (
    <div className={`toast toast-${tone}`} role={tone === 'ok' ? 'status' : 'alert'}>
      {tone === 'ok' ? <CircleCheck /> : <CircleAlert />}
      <span className="flex-1">{text}</span>
      {children}
      <input type="checkbox" className="toast-close" aria-label={close} title={close} />
    </div>
  )
}
