import { SearchX } from '@/components/ui/icons'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { SectionError } from '@/components/ui/section-error'
import { Skeleton } from '@/components/ui/skeleton'
import type { I18n } from '@/lib/i18n/translator'

const TONES = ['ok', 'warn', 'bad', 'neutral', 'accent'] as const

export function Feedback({ i18n: { t } }: { i18n: I18n }) {
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {TONES.map((tone) => (
          <Chip key={tone} tone={tone}>
            {tone}
          </Chip>
        ))}
      </div>
      <div>
        {TONES.map((tone) => (
          <Banner key={tone} tone={tone} action={<Link href="#">Compare</Link>}>
            Possible duplicate: Maria C. Antunes (same mobile, similar name)
          </Banner>
        ))}
      </div>
      <div className="grid items-start gap-5 md:grid-cols-3">
        <Card>
          <EmptyState
            icon={SearchX}
            title="Nobody found"
            text="Try fewer words, or only the first digits."
            action={<ButtonLink href="#">All customers</ButtonLink>}
          />
        </Card>
        <SectionError
          title="Contacts"
          text={t('common.sectionFailed')}
          retry={{ href: '', label: t('common.tryAgain') }}
        />
        <Card title="Loading">
          <Skeleton label="Loading" />
        </Card>
      </div>
    </>
  )
}
