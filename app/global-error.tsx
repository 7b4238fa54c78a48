'use client'

import './globals.css'
import en from '@/lib/i18n/messages/en/failure.json'
import es from '@/lib/i18n/messages/es/failure.json'
import pt from '@/lib/i18n/messages/pt-BR/failure.json'

/** Shown when the layout itself fails. There are no viewer and no messages, so the browser's language decides. */
export default function Broken({ error }: { error: Error & { digest?: string } }) {
  const wanted = typeof navigator === 'undefined' ? '' : navigator.language
  const [lang, texts] = wanted.startsWith('es') ? ['es', es] : wanted.startsWith('en') ? ['en', en] : ['pt-BR', pt]
  return (
    <html lang={lang as string}>
      <body>
        <main className="lost">
          <div className="empty">
            <h1>{(texts as typeof pt).title}</h1>
            <p>
              {error.digest ? `${(texts as typeof pt).text} ${error.digest}` : (texts as typeof pt).textWithoutCode}
            </p>
          </div>
        </main>
      </body>
    </html>
  )
}
