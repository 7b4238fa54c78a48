import { Bell, Pencil, Star } from '@/components/ui/icons'
import { Avatar } from '@/components/ui/avatar'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardRow, GroupLabel } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DefinitionList } from '@/components/ui/definition-list'
import { IconButton } from '@/components/ui/icon-button'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { Stars } from '@/components/ui/stars'
import { Tabs } from '@/components/ui/tabs'
import { Time } from '@/components/ui/time'
import type { I18n } from '@/lib/i18n/translator'

type Row = { name: string; document: string; email: string; tone: 'ok' | 'warn' | 'bad'; at: Date }

const ROWS: Row[] = [
  {
    name: 'Maria Clara Antunes',
    document: '***.***.777-**',
    email: 'm****@example.com',
    tone: 'ok',
    at: new Date('2026-03-02T12:14:00Z'),
  },
  {
    name: 'Padaria Estrela do Norte Ltda.',
    document: '**.ABC.345/****-**',
    email: 'c****@example.com',
    tone: 'warn',
    at: new Date('2026-03-01T21:02:00Z'),
  },
  {
    name: 'João Batista dos Santos',
    document: '***.***.333-**',
    email: 'j****@example.com',
    tone: 'bad',
    at: new Date('2026-02-19T14:40:00Z'),
  },
]

const columns = (i18n: I18n): Column<Row>[] => [
  { key: 'name', header: 'Name', primary: true, cell: (row) => <Link href="#">{row.name}</Link> },
  { key: 'document', header: 'CPF/CNPJ', fold: true, cell: (row) => row.document },
  { key: 'email', header: 'E-mail', fold: true, cell: (row) => row.email },
  { key: 'status', header: 'Status', cell: (row) => <Chip tone={row.tone}>{row.tone}</Chip> },
  { key: 'at', header: 'Activity', align: 'end', fold: true, cell: (row) => <Time at={row.at} i18n={i18n} /> },
]

export function Data({ i18n }: { i18n: I18n }) {
  return (
    <>
      <div>
        <Breadcrumb
          label="Trail"
          items={[{ href: '#', label: 'Customers' }, { label: 'Maria Clara Antunes' }]}
          aside={<span>3 de 21</span>}
        />
        <PageHeader
          title="Maria Clara Antunes"
          text={<Stars value={4} label="4 de 5" />}
          actions={<Avatar name="Maria Clara Antunes" size="lg" />}
        />
        <Tabs
          label="Sections"
          items={['Overview', 'Registration', 'Contacts', 'Preferences', 'Notes', 'History'].map((label, n) => ({
            href: `#${label}`,
            label,
            count: n > 1 ? n * 7 : undefined,
            current: n === 0,
          }))}
        />
      </div>
      <Card title="Table">
        <DataTable caption="Customers" columns={columns(i18n)} rows={ROWS} rowKey={(row) => row.name} />
        <Pager
          label="Pages"
          nextHref="#"
          previousHref="#"
          nextLabel={i18n.t('common.next')}
          previousLabel={i18n.t('common.first')}
          note="3"
        />
      </Card>
      <div className="grid gap-5 md:grid-cols-2">
        <Card title="Contacts">
          <GroupLabel>Mobile</GroupLabel>
          <CardRow
            end={
              <>
                <IconButton type="button" label="Allowed" icon={Bell} tone="accent" />
                <IconButton type="button" label="Primary" icon={Star} tone="star" />
                <IconButton type="button" label="Edit" icon={Pencil} />
              </>
            }
          >
            (11) 9****-**77<small>since 3 February 2024</small>
          </CardRow>
          <GroupLabel>E-mail</GroupLabel>
          <CardRow end={<Chip tone="neutral">2 versions</Chip>}>m****@example.com</CardRow>
        </Card>
        <Card title="Facts">
          <DefinitionList
            items={[
              { label: 'Born', value: '12/04/1987', hint: 'validated' },
              { label: 'Store', value: 'Loja Paulista' },
            ]}
          />
        </Card>
      </div>
    </>
  )
}
