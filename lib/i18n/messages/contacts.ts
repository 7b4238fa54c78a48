import en from './en/contacts.json'
import es from './es/contacts.json'
import ptBR from './pt-BR/contacts.json'

export default { 'pt-BR': ptBR, es, en }
