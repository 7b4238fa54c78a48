import { knownFailure } from '@/components/sending/failure-words'
import { StateChip } from '@/components/sending/state-chip'
import { Disclosure } from '@/components/ui/disclosure'
import { Time } from '@/components/ui/time'
import type { ListedSend } from '@/lib/documents/queries/sends'
import type { I18n } from '@/lib/i18n/translator'

/** One send: time, sender, recipient and state. It expands to the message and its delivery events. */
export function SendEntry({ send, i18n }: { send: ListedSend; i18n: I18n }) {
  const { t } = i18n
  return (
    <li>
      <p className="sends-head">
        <b>{t(`sending.channels.${send.channel}`)}</b>
        <span>{t('documents.sends.to', { address: send.address })}</span>
        <StateChip state={send.state} t={t} />
      </p>
      <small>
        <Time at={send.createdAt} i18n={i18n} /> ·{' '}
        {send.sentBy ? t('documents.sends.by', { name: send.sentBy }) : t('documents.sends.bySystem')} ·{' '}
        {send.journey ? t('documents.sends.step', { journey: send.journey, message: send.name }) : send.name}
      </small>
      {send.addressReason && <p>{t('documents.sends.addressReason', { reason: send.addressReason })}</p>}
      {send.overrideReason && <p>{t('documents.sends.override', { reason: send.overrideReason })}</p>}
      <Disclosure summary={t('documents.sends.showMessage')}>
        <div className="message-text">
          {send.subject && <b>{send.subject}</b>}
          {send.body.replaceAll('{{link}}', t('documents.sends.link'))}
        </div>
        <ol className="happened" aria-label={t('documents.sends.happened')}>
          {send.happened.map(({ kind, occurredAt, rawCode }) => (
            <li key={kind}>
              <Time at={occurredAt} i18n={i18n} /> ·{' '}
              {[t(`sending.states.${kind}`), knownFailure(rawCode, t)].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ol>
      </Disclosure>
    </li>
  )
}
