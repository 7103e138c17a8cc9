import type { SearchDocument } from '../../../src/search/contract';
import { Random } from './random';
import { seedPapers } from './seedPapers';

const SEED = 20250607;
/** Vocabulary grows with the text to this power (Heaps' law). */
const HEAPS = 0.58;
const SYLLABLES =
  'al an ar ba bel bi bor ca chi cor da den di dor du el en er fa fen fi ga gen gra ha hel hy il in ka ker ko la lin lo lu ma mer mi mo na ne no or pa per pi qua ra ren ro sa sel si sol ta ten ti tor tra u va ven vi wa xi yo za zen'.split(
    ' ',
  );
const GIVEN =
  'Wei Yuki Anna Omar Lena Priya Carlos Ingrid Kofi Mei Jonas Aisha Pavel Sofia Hiro Nadia Luca Chen Elif Tomáš Grace Ravi Zoë Félix Amara Jian María David Sara Minh'.split(
    ' ',
  );
/** Family names that are no ASCII, or that are stop words. */
const TRICKY_FAMILY =
  'Müller Lämmermann Núñez Çelik Škoda Øster Łukasik Björk Šimon Ångström Gödel Hölder Čapek García Nguyễn Can An Or'.split(
    ' ',
  );
const VENUES = [
  'NeurIPS 2023',
  'ICML 2022',
  'ICLR 2024',
  'ACL 2021',
  'CVPR 2023',
  'Journal of Machine Learning Research',
];
const TAGS = 'llm vision diffusion rl rag agents speech graph theory robotics survey benchmark safety audio code'.split(
  ' ',
);
const WORD = /[A-Za-z][A-Za-z']*/g;

/** The first so many papers of the corpus: the real ones, then such as they could be. The same in every run. */
export function* corpus(count: number): Generator<SearchDocument> {
  const seeds = seedPapers();
  const generator = new PaperGenerator(seeds, count);
  for (let i = 0; i < count; i++) yield i < seeds.length ? generator.tagged(seeds[i]) : generator.paper(i);
}

/**
 * Makes papers of sentences of real ones: each paper has one or two of them as its topic, part of the words are replaced
 * by words as frequent as in the real papers, and now and then by a new one, so that the vocabulary grows as a real one.
 */
class PaperGenerator {
  readonly #random = new Random(SEED);
  readonly #seeds: readonly SearchDocument[];
  readonly #sentences: string[][];
  readonly #bag: string[] = [];
  readonly #vocabulary = new Set<string>();
  readonly #invented: string[] = [];
  readonly #families: string[] = [];
  readonly #growth: number;
  #words = 0;

  constructor(seeds: readonly SearchDocument[], count: number) {
    this.#seeds = seeds;
    this.#sentences = seeds.map(({ abstract = '' }) => abstract.split(/(?<=[.!?])\s+(?=[A-Z])/));
    for (const { title, abstract } of seeds) this.#learn(`${title} ${abstract}`);
    this.#growth = this.#vocabulary.size / this.#words ** HEAPS;
    const families = 120 + Math.ceil(7 * Math.max(count, seeds.length) ** 0.75);
    while (this.#families.length < families) this.#families.push(capital(this.#syllables(2 + this.#random.below(2))));
  }

  /** A real paper with what a reader adds to it. */
  tagged(paper: SearchDocument): SearchDocument {
    const keywords = this.#random.sample(TAGS, 1 + this.#random.below(3));
    return this.#random.chance(0.3) ? { ...paper, keywords, note: this.#note() } : { ...paper, keywords };
  }

  paper(number: number): SearchDocument {
    const random = this.#random;
    const topics = [random.below(this.#seeds.length), random.below(this.#seeds.length)];
    const length = Math.max(3, random.pick(this.#sentences).length);
    const abstract = Array.from({ length }, () => this.#changed(this.#sentence(topics), 0.22)).join(' ');
    const authors = Array.from({ length: 1 + random.below(6) }, () => this.#author());
    const year = 2026 - Math.floor(random.next() * random.next() * 14);
    const title = this.#title(topics);
    return this.tagged({
      id: `${authors[0].split(' ')[1].toLowerCase()}${year}p${number}`,
      title,
      abstract,
      authors,
      year,
      venue: random.chance(0.6) ? random.pick(VENUES) : undefined,
      keywords: [],
      aliases: [],
      type: random.chance(0.5) ? 'paper-conference' : 'article-journal',
      source: `list${number % 7}.bib`,
      arxiv: random.chance(0.5) ? `${String(year).slice(2)}01.${String(number % 100000).padStart(5, '0')}` : undefined,
    });
  }

  #learn(text: string): void {
    for (const word of text.match(WORD) ?? []) {
      this.#words++;
      this.#vocabulary.add(word.toLowerCase());
      if (word.length > 3) this.#bag.push(word);
    }
  }

  #sentence(topics: readonly number[]): string {
    const paper = this.#random.chance(0.6) ? this.#random.pick(topics) : this.#random.below(this.#seeds.length);
    return this.#random.pick(this.#sentences[paper]);
  }

  #title(topics: readonly number[]): string {
    const skeleton = this.#seeds[this.#random.pick(topics)].title.replace(/^[^:]{1,18}: /, '');
    const title = this.#changed(skeleton, 0.45);
    return this.#random.chance(0.5) ? `${capital(this.#replacement())}: ${title}` : title;
  }

  #note(): SearchDocument['note'] {
    const sentences = Array.from({ length: 1 + this.#random.below(4) }, () =>
      this.#random.pick(this.#random.pick(this.#sentences)),
    );
    return { text: sentences.join(' '), tags: this.#random.sample(TAGS, this.#random.below(3)) };
  }

  #author(): string {
    const random = this.#random;
    const family = random.chance(0.05)
      ? random.pick(TRICKY_FAMILY)
      : this.#families[Math.floor(random.next() ** 2 * this.#families.length)];
    return `${random.pick(GIVEN)} ${family}`;
  }

  #changed(text: string, share: number): string {
    return text.replace(WORD, (word) => {
      this.#words++;
      return word.length > 3 && this.#random.chance(share) ? this.#replacement() : word;
    });
  }

  #replacement(): string {
    if (this.#vocabulary.size < this.#growth * this.#words ** HEAPS) {
      const word = this.#invent();
      this.#invented.push(word);
      return word;
    }
    if (this.#invented.length > 0 && this.#random.chance(0.12)) {
      const word = this.#random.pick(this.#invented);
      this.#invented.push(word); // what came often comes again
      return word;
    }
    return this.#random.pick(this.#bag);
  }

  #invent(): string {
    const random = this.#random;
    for (;;) {
      const kind = random.next();
      const word =
        kind < 0.6
          ? this.#syllables(2 + random.below(3)) + random.pick(['', '', 'ing', 'ed', 'al', 'ity', 'ation', 'ers', 's'])
          : kind < 0.8
            ? capital(this.#syllables(1)) +
              capital(this.#syllables(2)) +
              random.pick(['', 'Net', 'Former', 'GPT', 'Bench'])
            : kind < 0.9
              ? Array.from({ length: 3 + random.below(3) }, () => String.fromCharCode(65 + random.below(26))).join('')
              : `${random.below(10000)}${random.pick(['x', 'k', 'M', 'B', ''])}`;
      if (this.#vocabulary.has(word.toLowerCase())) continue;
      this.#vocabulary.add(word.toLowerCase());
      return word;
    }
  }

  #syllables(count: number): string {
    return Array.from({ length: count }, () => this.#random.pick(SYLLABLES)).join('');
  }
}

function capital(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}
