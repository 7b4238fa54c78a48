import { useId, type ReactNode } from 'react'
import { buttonClass, type Size, type Variant } from './variants'

type Props = {
  /** The button that asks. */
  label: ReactNode
  title: string
  text?: ReactNode
  cancel: string
  variant?: Variant
  size?: Size
  /** The form that does it, usually an ActionButton. */
  children: ReactNode
}

/** A question before something that is hard to take back: a native popover, so that it needs no scripting. */
export function Confirm({ label, title, text, cancel, variant = 'secondary', size = 'md', children }: Props) {
  const id = useId()
  return (
    <>
      <button type="button" className={buttonClass(variant, size)} popoverTarget={id} aria-haspopup="dialog">
        {label}
      </button>
      <div id={id} popover="auto" role="dialog" aria-labelledby={`${id}-title`} className="sheet">
        <h2 id={`${id}-title`}>{title}</h2>
        {text && <p>{text}</p>}
        <div className="sheet-actions">
          <button type="button" className={buttonClass()} popoverTarget={id} popoverTargetAction="hide">
            {cancel}
          </button>
          {children}
        </div>
      </div>
    </>
  )
}
