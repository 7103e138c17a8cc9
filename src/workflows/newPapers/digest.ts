import { escapeMarkdown, linkTarget } from '../../base/markdown';
import { displayAuthors } from '../../library/model/display';
import { entryOfItem } from '../adding/newEntries';
import { paperLinks } from '../links';
import { fieldsOf } from './newPaper';
import type { RankedNewPaper } from './shownPapers';

/** What a digest says in the user's language. */
export interface DigestWords {
  readonly title: string;
  readonly nothing: string;
  readonly code: string;
  /** What is said once where too few papers tell what the user works on. */
  readonly littleKnown: string;
  /** `42 upvotes` */
  upvotes(count: number): string;
  /** `from Hugging Face` */
  from(feed: string): string;
}

/** A part of a digest. */
export interface DigestPart {
  readonly heading: string;
  readonly papers: readonly RankedNewPaper[];
}

/** Papers with their reasons and links as a Markdown document. All that comes from feeds is escaped in it. */
export function digest(parts: readonly DigestPart[], words: DigestWords): string {
  const filled = parts.filter(({ papers }) => papers.length > 0);
  const sections = filled.map(({ heading, papers }) => [
    `## ${escapeMarkdown(heading)}`,
    papers.map((ranked) => row(ranked, words)).join('\n'),
  ]);
  const isLittleKnown = filled.some(({ papers }) => papers.some((ranked) => ranked.isLittleKnown));
  const note = isLittleKnown ? [escapeMarkdown(words.littleKnown)] : [];
  const body = filled.length > 0 ? [...note, ...sections.flat()] : [escapeMarkdown(words.nothing)];
  return `${[`# ${escapeMarkdown(words.title)}`, ...body].join('\n\n')}\n`;
}

function row({ paper, reasons }: RankedNewPaper, words: DigestWords): string {
  const fields = fieldsOf(paper);
  const entry = entryOfItem(paper.item);
  const links = entry ? paperLinks(entry) : [];
  const page = linkTarget(links.at(0)?.url ?? paper.url ?? '');
  const title = escapeMarkdown(fields.title);
  const code = paper.code === undefined ? undefined : linkTarget(paper.code);
  const who = [
    displayAuthors(fields),
    paper.upvotes === undefined ? '' : words.upvotes(paper.upvotes),
    words.from(paper.feed),
  ];
  const facts = [
    ...who.filter(Boolean).map(escapeMarkdown),
    ...(code === undefined ? [] : [`[${escapeMarkdown(words.code)}](${code})`]),
  ];
  const why = reasons.length > 0 ? [`*${reasons.map(escapeMarkdown).join('; ')}*`] : [];
  const lines = [`**${page === undefined ? title : `[${title}](${page})`}**`, facts.join(' · '), ...why];
  return `- ${lines.join('\\\n  ')}`;
}
