import en from './en/conversations.json'
import es from './es/conversations.json'
import ptBR from './pt-BR/conversations.json'

export default { 'pt-BR': ptBR, es, en }
