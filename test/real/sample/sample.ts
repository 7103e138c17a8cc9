import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CslItem } from '../../../src/library/model/csl';

const ROOT = process.cwd();

/** What is known of one paper of the list; null where it is not known. */
export interface Facts {
  readonly title: string;
  readonly authors: readonly string[] | null;
  readonly year: number | null;
  readonly arxiv: string | null;
  readonly doi: string | null;
  readonly venue: string | null;
}

/** One paper of the list that the sample library was made from. */
export interface Listed {
  readonly title: string;
  readonly abstract: string;
}

export const library = JSON.parse(sampleText('library.csl.json')) as CslItem[];

export const citekeys = new Set(library.map((item) => item.id));

/** The text of a file of the sample workspace. */
export function sampleText(name: string): string {
  return readFileSync(path.join(ROOT, 'media/sample', name), 'utf8');
}

/** The text of a file of `test/fixtures`. */
export function fixtureText(name: string): string {
  return readFileSync(path.join(ROOT, 'test/fixtures', name), 'utf8');
}

/** The papers of the list, in its order; undefined where the list is not at hand. */
export function listed(): Listed[] | undefined {
  const lines = sharedText('seeds/papers.txt')
    ?.split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('Get trending papers'))
    .map((line) => line.replace(/^Subscribe/, '').trim());
  return lines?.flatMap((title, i) => (i % 2 === 0 ? [{ title, abstract: lines[i + 1] }] : []));
}

/** The known facts about the papers, in the same order; undefined where they are not at hand. */
export function facts(): Facts[] | undefined {
  const text = sharedText('data/paper-facts.json');
  return text === undefined ? undefined : (JSON.parse(text) as Facts[]);
}

function sharedText(name: string): string | undefined {
  const file = path.resolve(ROOT, '../shared', name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
