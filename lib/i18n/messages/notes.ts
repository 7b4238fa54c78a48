import en from './en/notes.json'
import es from './es/notes.json'
import ptBR from './pt-BR/notes.json'

export default { 'pt-BR': ptBR, es, en }
