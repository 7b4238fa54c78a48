import en from './en/search.json'
import es from './es/search.json'
import ptBR from './pt-BR/search.json'

export default { 'pt-BR': ptBR, es, en }
