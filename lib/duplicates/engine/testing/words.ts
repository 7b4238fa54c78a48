const split = (text: string) => text.split(/\s+/)

/** Given names of women and of men and surnames in Brazil, the most frequent first. */
export const WOMEN =
  split(`Maria Ana Francisca Antônia Adriana Juliana Márcia Fernanda Patrícia Aline Sandra Camila Amanda Bruna Jéssica
  Letícia Júlia Luciana Vanessa Mariana Gabriela Vera Vitória Larissa Cláudia Beatriz Luana Rita Sônia Renata Eliane Josefa Simone Natália
  Cristiane Carla Débora Rosângela Jaqueline Rosa Daniela Aparecida Marlene Terezinha Raimunda Andréia Fabiana Lúcia Raquel Ângela Rafaela
  Joana Luzia Elaine Daniele Regina Tatiane Isabela Alessandra Sueli Viviane Elizabeth Thaís Yasmin Helena Priscila Michele Cíntia Suzana
  Valéria Teresa Cecília Roberta Isabel Catarina Carolina Karina Rebeca Lorena Nair Iracema Zuleica Wanda Yara Eduarda Tainá Kelly Quitéria`)

export const MEN =
  split(`José João Antônio Francisco Carlos Paulo Pedro Lucas Luiz Marcos Luís Gabriel Rafael Daniel Marcelo Bruno Eduardo Felipe
  Raimundo Rodrigo Manoel Mateus André Fernando Fábio Leonardo Gustavo Guilherme Leandro Tiago Anderson Ricardo Márcio Jorge Sebastião
  Alexandre Roberto Edson Diego Vítor Sérgio Cláudio Matheus Thiago Geraldo Adriano Luciano Júlio Renato Alex Vinícius Rogério Samuel Ronaldo
  Mário Flávio Igor Douglas Davi Manuel Jeferson Cícero Victor Miguel Robson Maurício Danilo Henrique Caio Reginaldo Joaquim Benedito Gilberto
  Marco Alan Nelson Cristiano Elias Wilson Valdir Emerson Luan David Renan Severino Wellington Augusto Otávio Walter Yuri Kléber Osvaldo Ubirajara`)

export const SURNAMES =
  split(`Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho Almeida Lopes
  Soares Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade Moreira Nunes Marques Machado Mendes Freitas Cardoso Ramos Gonçalves Santana
  Teixeira Araújo Pinto Cavalcanti Moura Campos Castro Batista Monteiro Correia Barros Azevedo Melo Reis Borges Cruz Miranda Duarte Pires Neves
  Farias Cunha Coelho Fonseca Guimarães Viana Macedo Medeiros Brito Peixoto Bezerra Sales Pacheco Xavier Magalhães Siqueira Queiroz Tavares Leite
  Assis Aguiar Dantas Rezende Figueiredo Toledo Paiva Bastos Lacerda Pimentel Chaves Sampaio Amaral Prado Vasconcelos Bittencourt Falcão Muniz
  Schmidt Müller Weber Becker Kowalski Nowak Rossi Ferrari Bianchi Esposito Colombo Ricci Moretti Nakamura Tanaka Yamamoto Sato Suzuki Watanabe
  Hadad Nassar Salomão Zanetti Zimmermann Wagner Hoffmann Krüger Fischer Werneck Quaresma Ybarra Tupinambá Guarani Itapary Jatobá Piragibe Suassuna`)

export const STREETS =
  split(`Flores Palmeiras Acácias Jacarandás Ipês Andorinhas Canários Bandeirantes Inconfidentes Expedicionários Timbiras Tupis
  Guajajaras Aimorés Goitacazes Tamoios Carijós Tupinambás Caetés Guaicurus Independência República Liberdade Consolação Aurora Augusta Bela
  Primavera Esperança Saudade Harmonia Progresso Ouvidor Quitanda Rosário Carmo Candelária Laranjeiras Catete Voluntários Marechal Barão Visconde`)

export const DISTRICTS =
  split(`Centro Copacabana Botafogo Tijuca Moema Pinheiros Perdizes Savassi Funcionários Boqueirão Batel Cambuí Meireles
  Aldeota Pituba Barra Graça Boa\u00a0Vista Jardins Lapa Santana Mooca Ipiranga Penha Madureira Méier Bangu`)

/** City, state, DDD and the first three digits of its postal codes. */
export const CITIES = [
  ['São Paulo', 'SP', '11', '054'],
  ['Campinas', 'SP', '19', '130'],
  ['Rio de Janeiro', 'RJ', '21', '220'],
  ['Belo Horizonte', 'MG', '31', '301'],
  ['Curitiba', 'PR', '41', '802'],
  ['Porto Alegre', 'RS', '51', '900'],
  ['Salvador', 'BA', '71', '401'],
  ['Recife', 'PE', '81', '500'],
  ['Fortaleza', 'CE', '85', '600'],
  ['Brasília', 'DF', '61', '700'],
] as const
