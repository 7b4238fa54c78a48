import en from './en/cases.json'
import es from './es/cases.json'
import ptBR from './pt-BR/cases.json'

export default { 'pt-BR': ptBR, es, en }
