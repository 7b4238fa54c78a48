/** How many of a thousand names hold each; what is missing to a thousand is the long tail. */
const GIVEN: Record<string, number> = {
  Maria: 68, José: 38, Ana: 30, João: 29, Antônio: 18, Francisco: 14, Carlos: 15, Paulo: 14, Pedro: 14, Lucas: 12, Luiz: 12, Marcos: 11,
  Luís: 9, Gabriel: 10, Rafael: 9, Daniel: 9, Marcelo: 8, Bruno: 8, Eduardo: 8, Felipe: 7, Raimundo: 6, Rodrigo: 7, Fernanda: 7, Juliana: 8,
  Patrícia: 8, Adriana: 7, Márcia: 7, Aline: 6, Clara: 5, Laura: 5, Camila: 6, Bruna: 5, Jéssica: 6, Letícia: 6, Júlia: 6, Luciana: 5, Vanessa: 5,
  Mariana: 5, Gabriela: 5, Vitória: 4, Larissa: 4, Cláudia: 4, Beatriz: 4, Luana: 4, Rita: 3, Sônia: 3, Renata: 4, Thaís: 3, Wellington: 3,
  Conceição: 4, Aparecida: 9, Fátima: 4, Helena: 3, Sebastião: 4, Jorge: 4, Leandro: 5, Ricardo: 6, Fernando: 6, Gustavo: 6, Guilherme: 6,
}

const FAMILY: Record<string, number> = {
  Silva: 108, Santos: 60, Oliveira: 48, Souza: 42, Pereira: 33, Ferreira: 30, Costa: 27, Rodrigues: 26, Alves: 25, Lima: 23, Nascimento: 21,
  Araújo: 18, Ribeiro: 17, Almeida: 17, Carvalho: 15, Gomes: 16, Martins: 14, Barbosa: 13, Rocha: 12, Soares: 11, Fernandes: 11, Vieira: 10,
  Andrade: 9, Lopes: 10, Moreira: 9, Dias: 9, Cardoso: 8, Monteiro: 7, Nunes: 7, Mendes: 7, Machado: 6, Teixeira: 6, Freitas: 6, Cavalcante: 5,
  Moura: 5, Ramos: 5, Castro: 5, Campos: 5, Batista: 6, Antunes: 3, Pinto: 4, Correia: 4, Azevedo: 3, Farias: 3, Melo: 4, Borges: 3, Duarte: 3,
  Conceição: 4, Bezerra: 3, Guimarães: 3, Sales: 2, Queiroz: 2, Brito: 3, Peixoto: 2, Figueiredo: 2, Tavares: 2, Xavier: 2, Assis: 2,
}

const slots = (weights: Record<string, number>) => Object.entries(weights).flatMap(([word, times]) => Array<string>(times).fill(word))

export const givenNames = slots(GIVEN)
export const familyNames = slots(FAMILY)

/** The commonest first, for the queries that are hardest on an index. */
export const commonWords = Object.entries({ ...GIVEN, ...FAMILY })
  .sort((a, b) => b[1] - a[1])
  .slice(0, 30)
  .map(([word]) => word)
