import en from './en/merges.json'
import es from './es/merges.json'
import ptBR from './pt-BR/merges.json'

export default { 'pt-BR': ptBR, es, en }
