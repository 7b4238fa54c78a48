import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Chip } from '@/components/ui/chip'
import { toRecordPreference } from '@/lib/consents/paths'
import type { ConsentAction, LedgerEntry, Preference, Purpose } from '@/lib/consents/schema'
import type { I18n } from '@/lib/i18n/translator'
import { setsPreference } from './preference-form'

type Props = {
  customerId: string
  preference: Preference
  purpose: Purpose
  /** Undefined if no choice was recorded. */
  state: LedgerEntry | undefined
  mayEdit: boolean
  i18n: I18n
}

const cellId = ({ preference, purpose }: Pick<Props, 'preference' | 'purpose'>) => `preference-${preference}-${purpose}`

const TONES = { accepted: 'ok', cancelled: 'bad' } as const

/** The current choice in words, since when and by whom, and the buttons that change it. */
export function PreferenceCell({ state, mayEdit, ...cell }: Props) {
  const { t, format } = cell.i18n
  const date = state && format.dateTime(state.at, 'day')
  const offered = (['accepted', 'cancelled'] as const).filter((action) => action !== state?.action)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1" id={cellId(cell)}>
      <span>
        <Chip tone={state ? TONES[state.action] : 'neutral'}>
          {t(`consents.state.${state?.isRefusal ? 'refused' : (state?.action ?? 'none')}`)}
        </Chip>
        {date && <small>{state.by ? t('consents.onBy', { date, who: state.by }) : t('consents.on', { date })}</small>}
        {state?.from && <small>{t('consents.from', { record: state.from })}</small>}
      </span>
      <span className="flex">
        {mayEdit &&
          offered.map((action) =>
            action === 'accepted' && state ? (
              <AcceptAgain key={action} {...cell} />
            ) : (
              <Press key={action} action={action} state={state} {...cell} />
            ),
          )}
      </span>
    </div>
  )
}

type Cell = Omit<Props, 'mayEdit' | 'state'>

/** What the customer cancelled is accepted again only through the form, which asks for the reason and the source. */
function AcceptAgain({ customerId, preference, purpose, i18n }: Cell) {
  const press = i18n.t('consents.press.acceptAgain')
  return (
    <ButtonLink
      href={toRecordPreference(customerId, { preference, purpose, action: 'accepted' })}
      size="sm"
      variant="quiet"
      aria-label={pressName(press, preference, purpose, i18n)}
    >
      {press}
    </ButtonLink>
  )
}

function Press({
  action,
  state,
  preference,
  purpose,
  i18n,
}: Cell & { action: ConsentAction; state: LedgerEntry | undefined }) {
  const press = i18n.t(`consents.press.${action === 'accepted' ? 'accept' : state ? 'cancel' : 'refuse'}`)
  return (
    <Button
      {...setsPreference(preference, purpose, action)}
      id={`${cellId({ preference, purpose })}-${action}`}
      size="sm"
      variant="quiet"
      aria-label={pressName(press, preference, purpose, i18n)}
    >
      {press}
    </Button>
  )
}

const pressName = (press: string, preference: Preference, purpose: Purpose, { t }: I18n) =>
  t('consents.pressOne', {
    press,
    preference: t(`consents.preference.${preference}`),
    purpose: t(`consents.purpose.${purpose}`),
  })
