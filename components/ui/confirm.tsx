import { useId, type ReactNode } from 'react'
import { buttonClass, type Size, type Variant } from './variants'

type Props = {
  /** The label of the button that opens the question. */
  label: ReactNode
  title: string
  text?: ReactNode
  cancel: string
  variant?: Variant
  size?: Size
  /** The button that does it, usually an ActionButton. */
  children: ReactNode
}

/** Asks before something that is hard to undo. It is a native popover, which works without scripting. */
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
