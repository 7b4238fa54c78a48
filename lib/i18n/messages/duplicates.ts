import en from './en/duplicates.json'
import es from './es/duplicates.json'
import ptBR from './pt-BR/duplicates.json'

export default { 'pt-BR': ptBR, es, en }
