import en from './en/acquisition.json'
import es from './es/acquisition.json'
import ptBR from './pt-BR/acquisition.json'

export default { 'pt-BR': ptBR, es, en }
