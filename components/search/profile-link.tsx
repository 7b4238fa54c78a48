import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

/** A link to a profile that is fetched as soon as the pointer or the keyboard reaches it, so that it opens at once. */
export const ProfileLink = ({
  href,
  className,
  children,
}: {
  href: string
  className?: string
  children: ReactNode
}) => (
  <Link href={href} eager className={className}>
    {children}
  </Link>
)
