/** Given names and surnames as common as in life: the first of a list turn up most. */
export const WOMEN = [
  'Maria', 'Ana', 'Francisca', 'Juliana', 'Adriana', 'Márcia', 'Fernanda', 'Patrícia', 'Aline', 'Sandra', 'Camila',
  'Amanda', 'Bruna', 'Jéssica', 'Letícia', 'Júlia', 'Luciana', 'Vanessa', 'Mariana', 'Gabriela', 'Vera', 'Vitória',
  'Larissa', 'Cláudia', 'Beatriz', 'Rita', 'Luana', 'Sônia', 'Renata', 'Eliane', 'Simone', 'Thaís', 'Conceição',
  'Natália', 'Rosângela', 'Débora', 'Cíntia', 'Helena', 'Alice', 'Sofia', 'Isadora', 'Yasmin', 'Raquel', 'Tatiane',
  'Josefa', 'Marlene', 'Ivone', 'Aparecida', 'Mônica', 'Priscila', 'Daniele', 'Elaine', 'Regina', 'Lorena',
  'Heloísa', 'Kauane', 'Ingrid', 'Sueli', 'Iracema', 'Zilda',
] as const

export const MEN = [
  'José', 'João', 'Antônio', 'Francisco', 'Carlos', 'Paulo', 'Pedro', 'Lucas', 'Luiz', 'Marcos', 'Luís', 'Gabriel',
  'Rafael', 'Daniel', 'Marcelo', 'Bruno', 'Eduardo', 'Felipe', 'Raimundo', 'Rodrigo', 'Manoel', 'Mateus', 'André',
  'Fernando', 'Fábio', 'Leonardo', 'Gustavo', 'Guilherme', 'Leandro', 'Tiago', 'Thiago', 'Anderson', 'Ricardo',
  'Márcio', 'Jorge', 'Sebastião', 'Alexandre', 'Roberto', 'Edson', 'Diego', 'Vítor', 'Sérgio', 'Cláudio', 'Matheus',
  'Welinton', 'Wellington', 'Washington', 'Geraldo', 'Adriano', 'Luciano', 'Júlio', 'Renato', 'Vinícius', 'Otávio',
  'Caio', 'Heitor', 'Miguel', 'Davi', 'Uelinton', 'Hélio',
] as const

/** The second half of a double given name. */
export const SECOND_WOMEN = [
  'Eduarda', 'Luiza', 'Cristina', 'Paula', 'Carolina', 'Aparecida', 'das Graças', 'de Fátima', 'Vitória', 'Alice',
] as const
export const SECOND_MEN = [
  'Pedro', 'Carlos', 'Henrique', 'Augusto', 'Vítor', 'Paulo', 'Roberto', 'Gabriel', 'Miguel', 'Otávio',
] as const

export const SURNAMES = [
  'Silva', 'Santos', 'Oliveira', 'Souza', 'Sousa', 'Pereira', 'Ferreira', 'Alves', 'Lima', 'Rodrigues', 'Costa',
  'Gomes', 'Ribeiro', 'Martins', 'Carvalho', 'Almeida', 'Lopes', 'Soares', 'Fernandes', 'Vieira', 'Barbosa', 'Rocha',
  'Dias', 'Nascimento', 'Andrade', 'Moreira', 'Nunes', 'Marques', 'Machado', 'Mendes', 'Freitas', 'Cardoso', 'Ramos',
  'Gonçalves', 'Santana', 'Teixeira', 'Araújo', 'Cavalcanti', 'Cavalcante', 'Albuquerque', 'Queiroz', 'Brandão',
  'Figueiredo', 'Guimarães', 'Magalhães', 'Assunção', 'Conceição', 'Bittencourt', 'Schmidt', 'Schneider', 'Rossi',
  'Bianchi', 'Tanaka', 'Yamamoto', 'Kowalski', 'Haddad', 'Sá', 'Luz', 'Falcão', 'Paixão',
] as const

/** What may stand before a last surname. */
export const PARTICLES: ReadonlyMap<string, string> = new Map([
  ...['Silva', 'Costa', 'Rocha', 'Conceição', 'Assunção', 'Luz', 'Paixão'].map((name) => [name, 'da'] as const),
  ...['Souza', 'Sousa', 'Oliveira', 'Almeida', 'Andrade', 'Carvalho', 'Freitas', 'Araújo'].map((name) => [name, 'de'] as const),
  ...[['Santos', 'dos'], ['Nascimento', 'do']] as const,
])

export const HISPANIC = {
  women: ['María José', 'Camila', 'Valentina', 'Lucía', 'Florencia', 'Catalina', 'Ximena', 'Guadalupe'],
  men: ['Juan Pablo', 'Santiago', 'Matías', 'Joaquín', 'Ignacio', 'Sebastián', 'Iván', 'Andrés'],
  surnames: ['González', 'Muñoz', 'Rodríguez', 'Fernández', 'Rojas', 'Núñez', 'Hernández', 'Peña', 'Quispe', 'Acuña'],
} as const
