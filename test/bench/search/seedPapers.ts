import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchDocument } from '../../../src/search/contract';

const ROOT = join(import.meta.dirname, '../../..');

interface Item {
  readonly title: string;
  readonly abstract?: string;
  readonly authors: readonly string[];
  readonly year?: number;
  readonly venue?: string;
  readonly doi?: string;
  readonly arxiv?: string;
}

/** The real papers that corpora grow from: the shared list where it is there, else the sample library. */
export function seedPapers(): SearchDocument[] {
  const list = join(ROOT, '../shared/seeds/papers.txt');
  const facts = join(ROOT, '../shared/data/paper-facts.json');
  const items = existsSync(list) && existsSync(facts) ? fromList(list, facts) : fromSample();
  return items.map((item, i) => ({
    id: `seed${i}${item.title
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .slice(0, 12)}`,
    keywords: [],
    aliases: [],
    type: 'article',
    source: 'papers.txt',
    ...item,
  }));
}

function fromList(listPath: string, factsPath: string): Item[] {
  const facts = JSON.parse(readFileSync(factsPath, 'utf8')) as {
    authors: string[] | null;
    year: number | null;
    venue: string | null;
    doi: string | null;
    arxiv: string | null;
  }[];
  const lines = readFileSync(listPath, 'utf8').split(/\r?\n/).slice(2);
  return facts.map((fact, i) => ({
    title: lines[2 * i].replace(/^Subscribe/, '').trim(),
    abstract: lines[2 * i + 1].trim(),
    authors: fact.authors ?? [],
    year: fact.year ?? undefined,
    venue: fact.venue ?? undefined,
    doi: fact.doi ?? undefined,
    arxiv: fact.arxiv ?? undefined,
  }));
}

function fromSample(): Item[] {
  const path = join(ROOT, 'media/sample/library.csl.json');
  const items = JSON.parse(readFileSync(path, 'utf8')) as {
    title: string;
    abstract?: string;
    author?: { family?: string; given?: string; literal?: string }[];
    issued?: { 'date-parts'?: number[][] };
    'container-title'?: string;
    DOI?: string;
  }[];
  return items.map((item) => ({
    title: item.title,
    abstract: item.abstract,
    authors: (item.author ?? []).map((name) => name.literal ?? `${name.given ?? ''} ${name.family ?? ''}`.trim()),
    year: item.issued?.['date-parts']?.[0]?.[0],
    venue: item['container-title'],
    doi: item.DOI,
  }));
}
