import { el, icon, textButton } from '../dom';
import type { CitedAt, RelatedTo } from './messages';
import { folded, section } from './pieces';
import type { DetailsView, Section } from './view';
import { filled } from './filled';

const PLACES = 8;
const RELATED = 5;
const PROBLEMS = 5;

/** What is wrong with the entry and its note, with what puts it right. */
export const problemsSection: Section = {
  id: 'problems',
  shows: ({ paper, parts, isUnfolded }) => [
    paper.citekey,
    parts.problems,
    isUnfolded('problems'),
    isUnfolded('closed-problems'),
  ],

  draw(view) {
    const { words, parts, send } = view;
    const { problems = [] } = parts;
    if (problems.length === 0) return undefined;
    const list = { id: 'problems', items: problems, first: PROBLEMS, more: words.morePlaces };
    const items = folded(view, list, ({ sentence, severity, fixes }, index) => {
      const press = () => send({ type: 'problem', index });
      const fixButtons = fixes.map((fix, i) =>
        textButton(fix, {
          class: 'secondary',
          key: `fix-${index}-${i}`,
          press: () => send({ type: 'fix', index, fix: i }),
        }),
      );
      return el(
        'div',
        `problem ${severity}`,
        icon(severity === 'information' ? 'info' : severity),
        el('div', {}, textButton(sentence, { class: 'link', key: `problem-${index}`, press }), ...fixButtons),
      );
    });
    return section(view, { id: 'problems', title: words.problems, count: problems.length }, ...items);
  },
};

/** The sentences that cite the paper, by document. */
export const citedSection: Section = {
  id: 'cited',
  shows: ({ paper, parts, isUnfolded, stepsOf }) => [
    paper.citekey,
    parts.cited,
    stepsOf('cited'),
    isUnfolded('closed-cited'),
  ],

  draw(view) {
    const { words, parts, send } = view;
    if (!parts.cited) return undefined;
    const { places, total } = parts.cited;
    const ask = (many: number) => many > places.length && send({ type: 'places', many });
    const list = { id: 'cited', items: places, total, first: PLACES, more: words.morePlaces, ask };
    const items = folded(view, list, (place, index) => citedAt(view, place, index, places[index - 1]));
    const none = el('p', 'quiet', words.citedNowhere);
    return section(
      view,
      { id: 'cited', title: words.citedIn, count: total || undefined },
      ...(total > 0 ? items : [none]),
    );
  },
};

function citedAt({ send }: DetailsView, place: CitedAt, index: number, before: CitedAt | undefined): Node {
  const { file, heading, sentence, locator } = place;
  const text = textButton('', { class: 'place', key: `cited-${index}`, press: () => send({ type: 'cited', index }) });
  text.append(el('span', 'sentence', sentence), el('span', 'quiet', [heading, locator].filter(Boolean).join(' · ')));
  const group = el('div', {});
  if (before?.file !== file) group.append(el('h3', {}, file));
  group.append(text);
  return group;
}

/** Papers about the same, with what they have in common. */
export const relatedSection: Section = {
  id: 'related',
  shows: ({ paper, parts, isUnfolded }) => [
    paper.citekey,
    parts.related,
    isUnfolded('related'),
    isUnfolded('closed-related'),
  ],

  draw(view) {
    const { words, parts } = view;
    if (!parts.related) return undefined;
    const list = { id: 'related', items: parts.related, first: RELATED, more: words.morePlaces };
    const items = folded(view, list, (related) => relatedTo(view, related));
    const none = el('p', 'quiet', words.relatedNone);
    return section(view, { id: 'related', title: words.related }, ...(items.length > 0 ? items : [none]));
  },
};

function relatedTo({ words, send }: DetailsView, { citekey, who, title, shared }: RelatedTo): Node {
  const press = () => send({ type: 'show', other: citekey });
  const button = textButton('', { class: 'place', key: `related-${citekey}`, press });
  button.append(
    el('span', 'sentence', who && el('b', {}, who), who ? ' ' : '', title),
    el('span', 'quiet', shared === '' ? '' : filled(words.inCommon, shared)),
  );
  return button;
}
