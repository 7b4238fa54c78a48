import { notFound } from 'next/navigation'
import { publicPage } from '@/app/_frame/public-page'
import { Actions } from './_parts/actions'
import { Data } from './_parts/data'
import { Feedback } from './_parts/feedback'
import { Foundations } from './_parts/foundations'
import { SampleForm } from './_parts/sample-form'
import { formTexts } from '@/components/forms/form-texts'

export const metadata = { title: 'Styleguide' }

/** Every primitive in both themes, for developers. Available in development only. */
export default publicPage(async ({ i18n }) => {
  if (process.env.NODE_ENV === 'production') notFound()
  return (
    <main>
      <h1 className="sr-only">Styleguide</h1>
      {(['light', 'dark'] as const).map((theme) => (
        <div key={theme} data-theme={theme} className="bg-bg text-ink">
          <div className="mx-auto grid max-w-page grid-cols-1 gap-5 p-6">
            <Foundations theme={theme} />
            <Actions />
            <Data i18n={i18n} />
            <Feedback i18n={i18n} />
            <SampleForm texts={formTexts(i18n.t)} />
          </div>
        </div>
      ))}
    </main>
  )
})
