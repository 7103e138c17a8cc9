/* Papers, and the five styles in which people list references most. */

/** A paper as the styles below write it. */
export interface Paper {
  readonly authors: readonly (readonly [given: string, family: string])[];
  readonly year: number;
  readonly title: string;
  readonly journal: string;
}

export const PAPERS: readonly Paper[] = [
  {
    authors: [
      ['Yann', 'LeCun'],
      ['Yoshua', 'Bengio'],
      ['Geoffrey', 'Hinton'],
    ],
    year: 2015,
    title: 'Deep learning',
    journal: 'Nature',
  },
  {
    authors: [['Claude E.', 'Shannon']],
    year: 1948,
    title: 'A mathematical theory of communication',
    journal: 'Bell System Technical Journal',
  },
  {
    authors: [
      ['Ana', 'Núñez'],
      ['Wei', 'Li'],
    ],
    year: 2020,
    title: 'Sparse maps: A field study of 3.5 million robots',
    journal: 'Robotics',
  },
  {
    authors: [
      ['Jean-Pierre', 'Serre'],
      ['John', 'Tate'],
    ],
    year: 1968,
    title: 'Good reduction of abelian varieties',
    journal: 'Annals of Mathematics',
  },
  {
    authors: [
      ['Emily M.', 'Bender'],
      ['Timnit', 'Gebru'],
    ],
    year: 2021,
    title: 'On the dangers of stochastic parrots: Can language models be too big?',
    journal: 'FAccT Journal',
  },
  {
    authors: [['Ada', 'Lovelace']],
    year: 1843,
    title: 'Notes on the analytical engine of Mr. Babbage',
    journal: 'Scientific Memoirs',
  },
  {
    authors: [
      ['Sam', 'O’Neill'],
      ['Kim', 'García-López'],
      ['Max', 'Weiß'],
      ['Bo', 'Xu'],
    ],
    year: 2019,
    title: 'Humans vs. machines in chess',
    journal: 'Games',
  },
  {
    authors: [
      ['Haruki', 'Sato'],
      ['Mary', 'Smith'],
    ],
    year: 2022,
    title: 'What is a p-value? Answers for biologists',
    journal: 'J. Stat.',
  },
];

const initials = (given: string) =>
  given
    .split(' ')
    .map((name) =>
      name
        .split('-')
        .map(([first]) => `${first}.`)
        .join('-'),
    )
    .join(' ');
const joined = (names: readonly string[], last: string) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${last}${names.at(-1)}`;

export const STYLES: Readonly<Record<string, (paper: Paper) => string>> = {
  APA: ({ authors, year, title, journal }) => {
    const names = authors.map(([given, family]) => `${family}, ${initials(given)}`);
    const mark = title.endsWith('?') ? '' : '.';
    return `${joined(names, ', & ')} (${year}). ${title}${mark} ${journal}, 12(3), 1–15.`;
  },
  MLA: ({ authors: [[given, family], ...more], year, title, journal }) => {
    const others = more.length === 0 ? '' : more.length === 1 ? `, and ${more[0].join(' ')}` : ', et al';
    return `${family}, ${given}${others}. “${title}.” ${journal}, vol. 12, no. 3, ${year}, pp. 1–15.`;
  },
  Chicago: ({ authors: [[given, family], ...more], year, title, journal }) => {
    const others = more.map((name) => name.join(' '));
    return `${joined([`${family}, ${given}`, ...others], ', and ')}. ${year}. “${title}.” ${journal} 12 (3): 1–15.`;
  },
  IEEE: ({ authors, year, title, journal }) => {
    const names = authors.map(([given, family]) => `${initials(given)} ${family}`);
    return `${joined(names, ' and ')}, “${title},” ${journal}, vol. 12, no. 3, pp. 1–15, Mar. ${year}.`;
  },
  Vancouver: ({ authors, year, title, journal }) => {
    const names = authors.map(([given, family]) => `${family} ${initials(given).replace(/[^\p{Lu}]/gu, '')}`);
    return `${names.join(', ')}. ${title}${title.endsWith('?') ? '' : '.'} ${journal}. ${year};12(3):1-15.`;
  },
};
