import en from './en/errors.json'
import es from './es/errors.json'
import ptBR from './pt-BR/errors.json'

export default { 'pt-BR': ptBR, es, en }
