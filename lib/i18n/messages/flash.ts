import en from './en/flash.json'
import es from './es/flash.json'
import ptBR from './pt-BR/flash.json'

export default { 'pt-BR': ptBR, es, en }
