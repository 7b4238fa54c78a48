import en from './en/common.json'
import es from './es/common.json'
import ptBR from './pt-BR/common.json'

export default { 'pt-BR': ptBR, es, en }
