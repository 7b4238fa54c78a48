import { rowStateWords } from '@/components/cases/words'
import { Card, CardBody } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { DefinitionList } from '@/components/ui/definition-list'
import { Time } from '@/components/ui/time'
import { formatDay } from '@/lib/i18n/format-day'
import { today } from '@/lib/kernel/today'
import type { Part } from './props'

/** The number, the subject, the facts and the description. */
export function SummaryCard({ ctx, found, i18n, t }: Part) {
  const overdue = found.dueOn && !found.closedAt && found.dueOn < today(ctx.now)
  return (
    <Card id="case" title={`${t('cases.number', { number: String(found.number) })} · ${found.subject}`}>
      <DefinitionList
        wide
        items={[
          {
            label: t('cases.columns.state'),
            value: <Chip tone={found.closedAt ? 'neutral' : 'accent'}>{rowStateWords(found, t)}</Chip>,
          },
          { label: t('cases.fields.assignedUserId'), value: found.assignedName ?? t('cases.unassigned') },
          { label: t('cases.fields.priority'), value: t(`cases.priorities.${found.priority}`) },
          {
            label: t('cases.fields.dueOn'),
            value: found.dueOn
              ? overdue
                ? t('cases.overdue', { date: formatDay(found.dueOn, i18n) })
                : formatDay(found.dueOn, i18n)
              : '—',
          },
          { label: t('cases.fields.journeyId'), value: found.journey ?? '—' },
          {
            label: t('cases.columns.created'),
            value: <Time at={found.createdAt} i18n={i18n} />,
            hint: found.createdBy,
          },
          ...(found.closedAt
            ? [
                {
                  label: t('cases.fields.closed'),
                  value: <Time at={found.closedAt} i18n={i18n} />,
                  hint: found.closedBy,
                },
              ]
            : []),
        ]}
      />
      {found.description && (
        <CardBody>
          <p className="break-words whitespace-pre-line">{found.description}</p>
        </CardBody>
      )}
    </Card>
  )
}
