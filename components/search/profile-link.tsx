'use client'

import Link from 'next/link'
import { useState, type ReactNode } from 'react'

/** A link to a profile that is fetched as soon as the pointer or the keyboard reaches it, so that it opens at once. */
export function ProfileLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  const [wanted, setWanted] = useState(false)
  const want = () => setWanted(true)
  return (
    <Link href={href} prefetch={wanted} className={className} onPointerEnter={want} onPointerDown={want} onFocus={want}>
      {children}
    </Link>
  )
}
