/** Words that people in Brazil and Latin America usually send by SMS or WhatsApp to unsubscribe. */
const WORDS = 'SAIR|PARE|PARAR|STOP|BAJA|CANCELAR|CANCELE|DESCADASTRAR|REMOVER|UNSUBSCRIBE'
const OPT_OUT = new RegExp(`^(QUERO |QUIERO |FAVOR |POR FAVOR )?(${WORDS})( TUDO| TODO| ALL| JA| POR FAVOR| PLEASE)?$`)

/** Whether a reply asks for no more messages. A longer sentence with such a word does not count, because its meaning is not certain. */
export function isOptOut(text: string): boolean {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .match(/\p{L}+/gu)
  return OPT_OUT.test((words ?? []).join(' '))
}
