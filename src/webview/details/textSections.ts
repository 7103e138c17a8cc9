import { firstParts, type TextPart } from '../../workflows/details/mathParts';
import { el } from '../dom';
import { referenceNodes } from '../safeHtml';
import { editButton, fieldForm } from './fieldForm';
import { mathText } from '../mathText';
import { filterButton, foldButton, folded, section } from './pieces';
import type { DetailsView, Section } from './view';

/** As much of an abstract is shown at first, in characters; one that is hardly longer is shown as a whole. */
const ABSTRACT = 1200;
const HARDLY = 300;
const KEYWORDS = 15;

const editState = ({ editing }: DetailsView, field: string) =>
  editing?.field === field && [editing.refusal, editing.isSaving];

/** The abstract with its formulas. */
export const abstractSection: Section = {
  id: 'abstract',

  shows: (view) => {
    const { paper, isUnfolded } = view;
    const shown = firstParagraphs(paper.abstract, ABSTRACT);
    const state = [isUnfolded('abstract'), isUnfolded('closed-abstract'), editState(view, 'abstract')];
    return [paper.citekey, isUnfolded('abstract') ? paper.abstract : shown, paper.editable.length, state];
  },

  draw(view) {
    const { paper, words, isUnfolded } = view;
    const form = fieldForm(view, 'abstract');
    if (paper.abstract.length === 0 && !form) return undefined;
    const isWhole = isUnfolded('abstract');
    const first = firstParagraphs(paper.abstract, ABSTRACT);
    const isShort = !firstParagraphs(paper.abstract, ABSTRACT + HARDLY).more;
    const paragraphs = isWhole || isShort ? paper.abstract : first.paragraphs;
    const drawn = paragraphs.map((parts) => el('p', {}, ...mathText(parts)));
    if (!isWhole && !isShort) drawn.at(-1)?.append(' … ');
    return section(
      view,
      { id: 'abstract', title: words.fields.abstract, tools: [editButton(view, 'abstract')] },
      ...(form ? [form] : drawn),
      !form && !isShort && foldButton(view, 'abstract', isWhole ? words.showLess : words.showMore, isWhole),
      paper.isSummary && el('p', 'quiet', words.summary),
    );
  },
};

function firstParagraphs(all: PaperAbstract, length: number): { paragraphs: TextPart[][]; more: boolean } {
  const paragraphs: TextPart[][] = [];
  let left = length;
  for (const [i, paragraph] of all.entries()) {
    const { parts, more } = firstParts(paragraph, left);
    paragraphs.push(parts);
    if (more) return { paragraphs, more };
    left -= parts.reduce((sum, part) => sum + (typeof part === 'string' ? part : part.written).length, 0);
    if (left <= 0) return { paragraphs, more: i < all.length - 1 };
  }
  return { paragraphs, more: false };
}

type PaperAbstract = DetailsView['paper']['abstract'];

/** The keywords of the list; each is a filter of the search. */
export const keywordsSection: Section = {
  id: 'keywords',

  shows: (view) => {
    const { paper, isUnfolded } = view;
    const state = [isUnfolded('keywords'), isUnfolded('closed-keywords'), editState(view, 'keywords')];
    return [paper.citekey, paper.keywords, paper.editable.length, state];
  },

  draw(view) {
    const { paper, words } = view;
    const form = fieldForm(view, 'keywords');
    if (paper.keywords.length === 0 && !form) return undefined;
    const list = { id: 'keywords', items: paper.keywords, first: KEYWORDS, more: words.moreAuthors };
    const chips = folded(view, list, (word) => filterButton(view, word, 'keyword'));
    return section(
      view,
      { id: 'keywords', title: words.fields.keywords, tools: [editButton(view, 'keywords')] },
      form ?? el('div', 'chips', ...chips),
    );
  },
};

/** The reference in the chosen style. */
export const referenceSection: Section = {
  id: 'reference',
  shows: ({ paper, parts, isUnfolded }) => [paper.citekey, parts.reference, isUnfolded('closed-reference')],
  draw(view) {
    const { words, parts } = view;
    const nodes = parts.reference ? referenceNodes(parts.reference.html) : [el('span', 'quiet', words.formatting)];
    return section(view, { id: 'reference', title: words.reference }, el('p', 'formatted', ...nodes));
  },
};
