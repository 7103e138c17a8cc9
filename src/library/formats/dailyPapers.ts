import * as v from 'valibot';
import { findArxiv } from '../../base/identifiers/arxivId';
import { parsePlainName } from '../model/names';
import type { Reader } from './reader';
import { readJsonItems, type ItemReading } from './jsonReading';

const PAPER = v.looseObject({
  id: v.string(),
  title: v.pipe(v.string(), v.trim(), v.nonEmpty()),
  summary: v.fallback(v.optional(v.string()), undefined),
  authors: v.fallback(v.array(v.fallback(v.looseObject({ name: v.fallback(v.string(), '') }), { name: '' })), []),
  publishedAt: v.fallback(v.optional(v.string()), undefined),
  ai_keywords: v.fallback(v.array(v.fallback(v.string(), '')), []),
});

/** Reads the JSON of Hugging Face's daily papers: `[{paper: {id, title, …}}]`. All but identifier and title may be missing. */
export const dailyPapersReader: Reader = {
  format: 'daily-papers',

  detect(_fileName, text) {
    return /^\s*\[?\s*\{[^]{0,2000}?"paper"\s*:\s*\{/.test(text.slice(0, 5000)) ? 0.9 : 0;
  },

  read: (text, step) => readJsonItems(text, [], readPaper, step),
};

function readPaper(value: unknown): ItemReading {
  const outer = v.safeParse(v.looseObject({ paper: v.unknown() }), value);
  if (!outer.success) return 'foreign';
  const inner = v.safeParse(PAPER, outer.output.paper);
  if (!inner.success) return 'without-title';
  const paper = inner.output;
  const arxiv = findArxiv(paper.id);
  const year = Number(/^(\d{4})-/.exec(paper.publishedAt ?? '')?.[1] ?? NaN);
  return {
    paper: {
      aliases: [],
      type: 'article',
      title: tidy(paper.title),
      authors: paper.authors
        .map(({ name }) => name.trim())
        .filter(Boolean)
        .map(parsePlainName),
      year: Number.isInteger(year) ? year : undefined,
      abstract: paper.summary === undefined ? undefined : tidy(paper.summary),
      keywords: [...new Set(paper.ai_keywords.map(tidy).filter(Boolean))],
      arxiv,
      url: arxiv && `https://arxiv.org/abs/${arxiv}`,
      record: { format: 'daily-papers', published: paper.publishedAt },
    },
  };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim().normalize('NFC');
}
