import { CircleAlert, CircleCheck } from '@/components/ui/icons'

/** A message that fades after a while. A checkbox closes it, which works without scripting. */
export function Toast({ tone, text, close }: { tone: 'ok' | 'bad'; text: string; close: string }) {
  return (
    <div className={`toast toast-${tone}`} role={tone === 'ok' ? 'status' : 'alert'}>
      {tone === 'ok' ? <CircleCheck /> : <CircleAlert />}
      <span className="flex-1">{text}</span>
      <input type="checkbox" className="toast-close" aria-label={close} title={close} />
    </div>
  )
}
