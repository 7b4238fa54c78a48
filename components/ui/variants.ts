export type Variant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type Size = 'sm' | 'md'

/** One look for what is pressed, be it a button, a link or a summary. */
export const buttonClass = (variant: Variant = 'secondary', size: Size = 'md', more = '') =>
  ['btn', variant !== 'secondary' && `btn-${variant}`, size === 'sm' && 'btn-sm', more].filter(Boolean).join(' ')
