import { Random } from '../search/random';

const WORDS = (
  'attention network learning model deep graph inference quantum protein climate market analysis theory language robust sparse ' +
  'adaptive bayesian optimal control retrieval alignment diffusion transformer kernel spectral stochastic causal federated ' +
  'efficient scalable neural dynamics energy policy health cell membrane surface catalyst polymer optical laser plasma survey'
).split(' ');
const FAMILIES =
  'Vaswani;Müller;{\\"O}zt{\\"u}rk;Garc{\\\'\\i}a;van den Berg;O\'Neill;Smith;Nguyen;Wang;Li;Kim;Sch{\\"o}lkopf;Łukasiewicz;{\\v S}ima;{\\O}deg{\\aa}rd;de Souza;Chen;Rossi'.split(
    ';',
  );
const GIVEN = "Ashish;Anna;Jos{\\'e};Wei;Yuki;Lena;Priya;Carlos;Ingrid;Kofi;Mei;J.~R.;Aisha;Pavel".split(';');
const JOURNALS = ['jmlr', 'nature', '{Physical Review Letters}', '{Journal of Applied {AI}}', '"Proc. of the {IEEE}"'];

/** A .bib text of so many entries, such as reference managers export: accents, macros, abstracts, files, odd fields. */
export function bibCorpus(count: number): string {
  const random = new Random(20240607);
  const parts = ['@string{jmlr = {Journal of Machine Learning Research}}\n@string{nature = "Nature"}\n'];
  for (let i = 0; i < count; i++) parts.push(entry(i, random));
  return parts.join('\n');
}

function entry(i: number, random: Random): string {
  const of = <T>(list: readonly T[]) => random.pick(list);
  const below = (end: number) => random.below(end);
  const words = (number: number) => Array.from({ length: number }, () => of(WORDS)).join(' ');
  const authors = Array.from({ length: 1 + below(5) }, () => `${of(FAMILIES)}, ${of(GIVEN)}`);
  const type = of(['article', 'article', 'inproceedings', 'book', 'misc', 'phdthesis']);
  const lines = [
    `author = {${authors.join(' and ')}${below(10) === 0 ? ' and others' : ''}}`,
    `title = {${of(['On ', 'The {DNA} of ', 'Towards {E}fficient ', ''])}${words(4 + below(7))}: A {Bayesian} View of $O(n^{${below(9)}})$}`,
    type === 'article'
      ? `journal = ${of(JOURNALS)}`
      : `booktitle = {Proceedings of the ${below(40)}th ${words(3)} Conference}`,
    `year = ${of(['%', '{%}']).replace('%', String(1980 + below(45)))}`,
    `month = ${of(['jan', 'jun', 'sep'])}`,
    `volume = {${below(90)}}`,
    `pages = {${below(400)}--${400 + below(400)}}`,
    `doi = {10.${1000 + below(9000)}/${words(1)}.${i}}`,
    `url = {https://example.org/${words(1)}\\_${i}}`,
    `keywords = {${words(1)}, ${words(2)}}`,
    `file = {:/home/me/papers/${i}.pdf:PDF}`,
    ...(below(5) < 2
      ? [`abstract = {${words(120)}. We show that {\\emph{${words(3)}}} --- for 5\\% of all ${words(60)}.}`]
      : []),
  ];
  return `@${type}{key${i},\n  ${lines.join(',\n  ')}\n}\n`;
}
