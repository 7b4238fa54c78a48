import en from './en/account.json'
import es from './es/account.json'
import ptBR from './pt-BR/account.json'

export default { 'pt-BR': ptBR, es, en }
