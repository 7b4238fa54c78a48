import type { ReactNode } from 'react'

type Props = { title?: string; text?: string; columns?: 1 | 2; children: ReactNode }

export function FormSection({ title, text, columns = 1, children }: Props) {
  return (
    <fieldset className="form-section" data-columns={columns}>
      {title && <legend>{title}</legend>}
      {text && <p className="section-text">{text}</p>}
      {children}
    </fieldset>
  )
}
