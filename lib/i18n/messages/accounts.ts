import en from './en/accounts.json'
import es from './es/accounts.json'
import ptBR from './pt-BR/accounts.json'

export default { 'pt-BR': ptBR, es, en }
