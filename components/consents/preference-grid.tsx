import { DataTable, type Column } from '@/components/ui/data-table'
import { PREFERENCES, PURPOSES, type LedgerEntry, type Preference } from '@/lib/consents/schema'
import type { I18n } from '@/lib/i18n/translator'
import { PreferenceCell } from './preference-cell'
import { PreferenceForm } from './preference-form'

type Props = { customerId: string; states: readonly LedgerEntry[]; mayEdit: boolean; i18n: I18n }

/** Channels down, purposes across; each cell shows the current choice and the buttons that change it. */
export function PreferenceGrid(props: Props) {
  return (
    <>
      {props.mayEdit && <PreferenceForm customerId={props.customerId} />}
      <DataTable
        caption={props.i18n.t('consents.text')}
        columns={columnsOf(props)}
        rows={PREFERENCES}
        rowKey={(p) => p}
      />
    </>
  )
}

function columnsOf({ states, ...rest }: Props): Column<Preference>[] {
  const { t } = rest.i18n
  return [
    { key: 'channel', header: t('consents.channel'), cell: (p) => t(`consents.preference.${p}`), primary: true },
    ...PURPOSES.map((purpose) => ({
      key: purpose,
      header: t(`consents.purpose.${purpose}`),
      cell: (preference: Preference) => {
        const state = states.find((s) => s.preference === preference && s.purpose === purpose)
        return <PreferenceCell {...rest} preference={preference} purpose={purpose} state={state} />
      },
      fold: true,
    })),
  ]
}
