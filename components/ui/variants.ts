export type Variant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type Size = 'sm' | 'md'

/** The look of buttons, and of links and summaries that look like them. */
export const buttonClass = (variant: Variant = 'secondary', size: Size = 'md', more = '') =>
  ['btn', variant !== 'secondary' && `btn-${variant}`, size === 'sm' && 'btn-sm', more].filter(Boolean).join(' ')
