import { compress, decompress } from '#platform/compression';
import { BibSource } from '../../../src/library/bibtex/bibSource';
import { PackReader } from '../../../src/library/packed/packReader';
import { packPapers, paperCount } from '../../../src/library/packed/pack';
import { OpenPack } from '../../../src/library/packed/openPack';
import { PackedPaper } from '../../../src/library/packed/packedPaper';
import { placesOf } from '../../../src/library/packed/places';

/** Something that reads a .bib text; the answer is what it keeps, and how many entries it found. */
export type Engine = (text: string) => Promise<{ kept: unknown; entries: number }>;

interface CitationCore {
  readonly plugins: { readonly input: { chain(text: string, options: object): unknown[] } };
}

/** Ours, and what we compare with. Each is loaded only where it runs. */
export const ENGINES: Readonly<Record<string, Engine>> = {
  // Raw fields, ranges, title, authors, year and the rest of the projection, packed as the extension keeps them.
  ours: (text) => {
    const { papers } = new BibSource().update(text);
    const reader = new PackReader(decompress);
    const places = placesOf(papers);
    const kept: PackedPaper[] = [];
    while (kept.length < papers.length) {
      const pack = packPapers(papers, kept.length, papers.length < 20_000 ? undefined : compress);
      const open = new OpenPack(pack, reader);
      for (let i = 0; i < paperCount(pack); i++) kept.push(new PackedPaper(open, i, places, kept.length));
    }
    return Promise.resolve({ kept, entries: kept.length });
  },

  'latex-utensils, whole file': async (text) => {
    const { bibtexParser } = await import('latex-utensils');
    const kept = bibtexParser.parse(text);
    return { kept, entries: kept.content.filter(bibtexParser.isEntry).length };
  },

  '@citation-js/plugin-bibtex': async (text) => {
    // @ts-expect-error -- Citation.js has no types
    const { plugins } = (await import('@citation-js/core')) as CitationCore;
    // @ts-expect-error -- Citation.js has no types
    await import('@citation-js/plugin-bibtex');
    const kept = plugins.input.chain(text, { forceType: '@biblatex/text', generateGraph: false });
    return { kept, entries: kept.length };
  },

  '@retorquere/bibtex-parser': async (text) => {
    const { parse } = await import('@retorquere/bibtex-parser');
    const kept = parse(text, { sentenceCase: false });
    return { kept, entries: kept.entries.length };
  },
};
