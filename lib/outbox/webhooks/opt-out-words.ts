/** The usual words with which people in Brazil and Latin America leave a list by SMS or WhatsApp. */
const WORDS = 'SAIR|PARE|PARAR|STOP|BAJA|CANCELAR|CANCELE|DESCADASTRAR|REMOVER|UNSUBSCRIBE'
const OPT_OUT = new RegExp(`^(QUERO |QUIERO |FAVOR |POR FAVOR )?(${WORDS})( TUDO| TODO| ALL| JA| POR FAVOR| PLEASE)?$`)

/** Whether a reply asks for no more messages. Longer sentences that contain such a word do not count: a person has to read them. */
export function isOptOut(text: string): boolean {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .match(/\p{L}+/gu)
  return OPT_OUT.test((words ?? []).join(' '))
}
