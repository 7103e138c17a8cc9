import { readBytes } from '../../library/formats/readers';
import { toCsl } from '../../library/formats/toCsl';
import { leftOutOf, MOST_PAPERS, type FeedAnswer } from './feed';

/** The key that it has there is none in the user's library. */
const KEYS: ReadonlySet<string> = new Set(['id', 'citation-key']);

/** The papers of a paper list in any format that the library reads; undefined where it is none. */
export function listPapers(fileName: string, bytes: Uint8Array, most = MOST_PAPERS): FeedAnswer | undefined {
  const { papers, problems } = readBytes(fileName, bytes);
  if (problems.some(({ code }) => code === 'unknown-format' || code === 'binary-file')) return undefined;
  const titled = papers.filter(({ title }) => title !== '');
  const taken = titled.slice(0, most).map((paper) => {
    const source = { uri: '', range: paper.range };
    const item = toCsl({ ...paper, citekey: paper.statedKey ?? '', source });
    const keyless = Object.fromEntries(Object.entries(item).filter(([name]) => !KEYS.has(name)));
    return { item: keyless, url: paper.url, categories: paper.keywords };
  });
  return { papers: taken, leftOut: leftOutOf(titled.length, most) };
}
