import type { ReactNode } from 'react'

type CardProps = { title?: ReactNode; action?: ReactNode; children: ReactNode; id?: string }

/** Children bring their own spacing (CardRow, DataTable, DefinitionList); loose content goes into CardBody. */
export function Card({ title, action, children, id }: CardProps) {
  return (
    <section className="card" id={id} aria-labelledby={id && title ? `${id}-title` : undefined}>
      {(title || action) && (
        <div className="card-head">
          <h2 id={id && `${id}-title`}>{title}</h2>
          {action}
        </div>
      )}
      {children}
    </section>
  )
}

export function CardBody({ children }: { children: ReactNode }) {
  return <div className="card-body">{children}</div>
}

/** `end` is shown on the right: chips or icons. */
export function CardRow({ children, end, id }: { children: ReactNode; end?: ReactNode; id?: string }) {
  return (
    <div className="card-row" id={id}>
      <div>{children}</div>
      {end && <div className="card-row-end">{end}</div>}
    </div>
  )
}

export function GroupLabel({ children }: { children: ReactNode }) {
  return <h3 className="group-label">{children}</h3>
}
