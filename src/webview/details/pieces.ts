import type { Searchable } from '../../workflows/details/shape';
import { type Child, el, icon, textButton } from '../dom';
import { localNumber } from '../number';
import type { DetailsView } from './view';
import { filled } from './filled';

/** A section with a heading that folds it. What it is about stands in the heading's line, behind it. */
export function section(
  { isUnfolded, toggle }: DetailsView,
  { id, title, count, tools = [] }: { id: string; title: string; count?: number; tools?: readonly Child[] },
  ...content: readonly Child[]
): HTMLElement {
  const isClosed = isUnfolded(`closed-${id}`);
  const heading = textButton(title, {
    class: 'fold',
    key: `fold-${id}`,
    attributes: { 'aria-expanded': String(!isClosed), 'aria-controls': `section-${id}` },
    press: () => toggle(`closed-${id}`),
  });
  heading.prepend(icon(`chevron-${isClosed ? 'right' : 'down'}`));
  if (count !== undefined) heading.append(' ', el('span', 'count', localNumber(count)));
  const body = el('div', { class: 'body', id: `section-${id}` }, ...content);
  body.hidden = isClosed;
  return el(
    'section',
    { class: id, label: title },
    el('div', 'sectionHead', el('h2', {}, heading), el('span', 'tools', ...tools)),
    body,
  );
}

/** A value that is searched for when it is pressed. */
export function searchButton({ words, send }: DetailsView, { text, query }: Searchable, key: string): HTMLElement {
  const press = () => send({ type: 'search', query });
  return textButton(text, { class: 'link', key: `${key}-${text}`, title: filled(words.searchFor, query), press });
}

/** A value that is added to the search as a filter when it is pressed. */
export function filterButton({ words, send }: DetailsView, { text, query }: Searchable, key: string): HTMLElement {
  const press = () => send({ type: 'filter', query });
  return textButton(text, { class: 'chip', key: `${key}-${text}`, title: filled(words.filterBy, query), press });
}

/** So many items of a long list are shown more at a time, as a page that draws thousands at once stands still. */
export const STEP = 500;

/** A list that may be long. */
interface LongList<T> {
  readonly id: string;
  readonly items: readonly T[];
  /** So many items there are, where not all are at hand. */
  readonly total?: number;
  /** So many are shown at first, and so many more at a time. */
  readonly first: number;
  readonly step?: number;
  /** `Show {0} more` */
  readonly more: string;
  /** What else is to be done when more are asked for; is told how many are to be shown. */
  readonly ask?: (many: number) => void;
}

/** A list of which the first items are shown, and the others on demand, step by step. */
export function folded<T>(view: DetailsView, list: LongList<T>, draw: (item: T, index: number) => Node): Node[] {
  const { id, items, total = items.length, first, step = STEP, more } = list;
  const isLong = total > first + 1;
  const steps = view.stepsOf(id);
  const wanted = !isLong ? total : steps === 0 ? first : steps * step;
  const drawn = items.slice(0, wanted).map(draw);
  if (!isLong) return drawn;
  const left = total - drawn.length;
  const next = Math.min((steps + 1) * step, total);
  const press = () => {
    list.ask?.(next);
    view.unfold(id);
  };
  const text = filled(more, next - drawn.length);
  const moreButton = textButton(text, {
    class: 'link more',
    key: `more-${id}`,
    attributes: { 'aria-expanded': 'false' },
    press,
  });
  // The last button keeps the focus of the one that was pressed.
  const less = () =>
    textButton(view.words.showLess, {
      class: 'link more',
      key: left > 0 ? `less-${id}` : `more-${id}`,
      attributes: { 'aria-expanded': 'true' },
      press: () => view.toggle(id),
    });
  return [...drawn, ...(left > 0 ? [moreButton] : []), ...(steps > 0 ? [less()] : [])];
}

/** The button that shows more of something long, or less. */
export function foldButton(view: DetailsView, id: string, text: string, isWhole: boolean): HTMLElement {
  return textButton(text, {
    class: 'link more',
    key: `more-${id}`,
    attributes: { 'aria-expanded': String(isWhole) },
    press: () => view.toggle(id),
  });
}

/** A link into the web; VS Code opens it. Only `http(s)` addresses become one. */
export function webLink(text: string, url: string | undefined): HTMLElement {
  if (url === undefined || !/^https?:\/\//i.test(url)) return el('span', {}, text);
  return el('a', { title: url, attributes: { href: url } }, text);
}
