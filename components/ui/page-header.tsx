import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  text?: ReactNode
  actions?: ReactNode
  /** The heading takes the focus when the page arrives, also without scripting. */
  focusId?: string
}

export function PageHeader({ title, text, actions, focusId }: Props) {
  return (
    <header className="page-header">
      <div className="min-w-0">
        {focusId ? (
          <h1 id={focusId} tabIndex={-1} autoFocus>
            {title}
          </h1>
        ) : (
          <h1>{title}</h1>
        )}
        {text && <p>{text}</p>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </header>
  )
}
