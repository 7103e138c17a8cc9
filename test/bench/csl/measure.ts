import { performance } from 'node:perf_hooks';
import { CslClient } from '../../../src/citations/csl/client';
import type { Cluster } from '../../../src/citations/csl/contract';
import { startThread } from '../../../src/platform/node/startThread';
import type { CslItem } from '../../../src/library/model/csl';
import { ITEMS } from '../../fixtures/csl/items.mjs';
import { benchPreview } from './preview';

/** Of a style all figures are of one thread that does nothing else; the first ones are with a cold engine. */
const STYLES = [
  'acm',
  'apa',
  'chicago-author-date',
  'chicago-notes',
  'elsevier',
  'harvard',
  'ieee',
  'mla',
  'nature',
  'vancouver',
];

/** 500 items: those of the tests, each in ten years, by ten people of other names. */
const items: Record<string, CslItem> = Object.fromEntries(
  Array.from({ length: 10 }, (_, round) =>
    ITEMS.map((item): [string, CslItem] => {
      const key = `${String(item.id)}x${round}`;
      const author = item.author?.map((name) => ({
        ...name,
        ...(name.family && { family: `${name.family}${round || ''}` }),
      }));
      return [key, { ...item, ...(author && { author }), id: key, issued: { 'date-parts': [[1990 + round]] } }];
    }),
  ).flat(),
);
const keys = Object.keys(items);

/** A document of so many citations, of one to three items each. */
const document = (citations: number): Cluster[] =>
  Array.from({ length: citations }, (_, at) => ({
    form: at % 7 === 0 ? 'narrative' : 'parenthetical',
    items: Array.from({ length: at % 7 === 0 ? 1 : 1 + (at % 3) }, (__, i) => ({
      key: keys[(at * 13 + i * 101) % keys.length],
      ...(at % 5 === 0 && { locator: `p. ${at}` }),
    })),
  }));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The time that the formatting thread takes from outside, so with all that is sent there and back, and the preview. */
export async function measureCsl(worker: string): Promise<void> {
  console.log(
    'Formatting in its thread, milliseconds: the first reference, the next, 500; a document of 200 citations, again with another page',
  );
  const noFiles = { read: () => Promise.resolve(new Uint8Array()), replace: () => Promise.resolve() };
  const start = () => startThread(worker, noFiles);
  const loading = new CslClient(start);
  console.log(`thread started, styles told: ${(await timed(() => loading.styles())).toFixed(0)}`);
  loading.dispose();
  for (const name of STYLES) {
    const client = new CslClient(start);
    await client.styles();
    const formatting = { style: { name }, format: 'html' } as const;
    const one = (at: number) => client.references({ [keys[at]]: items[keys[at]] }, formatting);
    const clusters = document(200);
    const cited = () => client.document({ items, clusters }, formatting);
    const figures = [
      await timed(() => one(0)),
      await timed(() => one(1)),
      await timed(() => client.references(items, formatting)),
      await timed(cited),
    ];
    clusters[100] = { ...clusters[100], items: clusters[100].items.map((item) => ({ ...item, locator: 'p. 999' })) };
    figures.push(await timed(cited));
    client.dispose();
    console.log(`${name.padEnd(20)} ${figures.map((figure) => figure.toFixed(0).padStart(6)).join('')}`);
  }
  benchPreview();
}
