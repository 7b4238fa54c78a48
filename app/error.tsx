'use client'

import { useContext } from 'react'
import { FailureContext } from '@/components/shell/failure-texts'
import { buttonClass } from '@/components/ui/variants'

/** The address is asked for again rather than redrawn: what failed was the answer. */
export default function Failed({ error }: { error: Error & { digest?: string } }) {
  const texts = useContext(FailureContext)
  if (!texts) return null
  return (
    <main className="lost">
      <div className="empty">
        <h1>{texts.title}</h1>
        <p>{texts.text.replace('{code}', error.digest ?? '—')}</p>
        <div className="empty-action flex gap-2">
          <a className={buttonClass('primary')} href="">
            {texts.retry}
          </a>
          <a className={buttonClass()} href="/customers">
            {texts.home}
          </a>
        </div>
      </div>
    </main>
  )
}
