import { UNCOUNTED } from '../../base/steps';
import type { Paper } from '../model/paper';
import type { SourceProblem } from '../model/problem';
import type { Reader, ReadResult } from './reader';
import { parsePlainName } from '../model/names';
import { classifyLines, type ListLine, namesIn } from './textListLines';

/**
 * Reads a list of papers saved as text: a title line and an abstract line, alternating. Blank lines, line endings and the
 * banner lines of the page do not count. A title whose abstract is missing costs itself alone. A line `Authors: …` below a title
 * or its abstract says who wrote the paper.
 */
export const textListReader: Reader = {
  format: 'text-list',

  detect(fileName, text) {
    if (!/\.(txt|text)$/i.test(fileName)) return 0;
    return /^\s*(?:[[{<%@]|TY {1,2}-|PMID ?- ?\d|FN (?:Clarivate|Thomson|ISI))/.test(text.slice(0, 1000)) ? 0.2 : 0.6;
  },

  read(text, step = UNCOUNTED) {
    const all = classifyLines(text, step);
    const lines = all.filter(({ kind }) => kind !== 'authors');
    const authors = new Map(all.slice(1).flatMap((line, i) => (line.kind === 'authors' ? [[all[i], line]] : [])));
    const alternates = !tellsAbstracts(lines);
    const papers: Paper[] = [];
    const problems: SourceProblem[] = [];
    for (let i = 0; i < lines.length; i++) {
      step();
      const line = lines[i];
      const next = lines.at(i + 1);
      if (next !== undefined && (alternates || isPair(line, next))) {
        papers.push(paperOf(line, next, authors.get(line) ?? authors.get(next)));
        i++;
      } else if (line.kind === 'abstract') {
        problems.push({ code: 'abstract-without-title', severity: 'warning', range: rangeOf(line, line) });
      } else {
        const range = rangeOf(line, line);
        problems.push({ code: 'title-without-abstract', severity: 'warning', range, title: line.text });
      }
    }
    return { papers, problems } satisfies ReadResult;
  },
};

/** A title is followed by its abstract; a line that reads like an abstract may be a title only before another one. */
function isPair(line: ListLine, next: ListLine): boolean {
  return next.kind === 'abstract' && line.text.length <= LONGEST_TITLE;
}

const LONGEST_TITLE = 400;

/** Whether the lines tell their kind by themselves. Where most do not (a list of catchwords, say), position alone counts. */
function tellsAbstracts(lines: readonly ListLine[]): boolean {
  const abstracts = lines.filter((line) => line.kind === 'abstract').length;
  return abstracts * 4 > lines.length;
}

function paperOf(title: ListLine, abstract: ListLine, authors: ListLine | undefined): Paper {
  return {
    aliases: [],
    type: 'article',
    title: title.text.normalize('NFC'),
    authors: authors ? namesIn(authors.text).map(parsePlainName) : [],
    abstract: abstract.text.normalize('NFC'),
    keywords: [],
    range: rangeOf(title, authors && authors.line > abstract.line ? authors : abstract),
    record: { format: 'text-list' },
  };
}

function rangeOf(first: ListLine, last: ListLine): Paper['range'] {
  return {
    start: { line: first.line, character: first.start },
    end: { line: last.line, character: last.start + last.text.length },
  };
}
