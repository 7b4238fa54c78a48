import en from './en/related.json'
import es from './es/related.json'
import ptBR from './pt-BR/related.json'

export default { 'pt-BR': ptBR, es, en }
