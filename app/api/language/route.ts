import { answer, publicHandler } from '@/lib/http/public-handler'
import { chooseLanguage } from '@/lib/http/language-cookie'
import { safePath } from '@/lib/http/safe-path'
import { seeOther } from '@/lib/http/see-other'
import { LOCALES } from '@/lib/i18n/locale'

/** Sets the language of this browser for pages without a session, `?to=es&back=/sign-in`, and goes back. It is a link, because those pages work without scripting. */
export const GET = publicHandler(async ({ request }) => {
  const { searchParams } = request.nextUrl
  const locale = LOCALES.find((known) => known === searchParams.get('to'))
  if (!locale) return answer(404)
  await chooseLanguage(locale)
  return seeOther(safePath(searchParams.get('back'), '/'))
})
