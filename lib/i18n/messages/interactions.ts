import en from './en/interactions.json'
import es from './es/interactions.json'
import ptBR from './pt-BR/interactions.json'

export default { 'pt-BR': ptBR, es, en }
