import type { ReactNode } from 'react'
import { Icon, type IconLike } from './icon'

type Props = { icon?: IconLike; title: string; text?: ReactNode; action?: ReactNode }

/** Shown for an empty list: one sentence on what to do next, and a link to it. */
export function EmptyState({ icon, title, text, action }: Props) {
  return (
    <div className="empty">
      {icon && (
        <div className="empty-icon">
          <Icon of={icon} />
        </div>
      )}
      <p className="empty-title">{title}</p>
      {text && <p>{text}</p>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  )
}
