import en from './en/seller-agenda.json'
import es from './es/seller-agenda.json'
import ptBR from './pt-BR/seller-agenda.json'

export default { 'pt-BR': ptBR, es, en }
