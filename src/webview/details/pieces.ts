import type { Searchable } from '../../workflows/details/shape';
import { type Child, el, textButton } from '../dom';
import type { DetailsView } from './view';
import { filled } from './words';

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
  heading.prepend(el('span', { class: `codicon codicon-chevron-${isClosed ? 'right' : 'down'}` }));
  if (count !== undefined) heading.append(el('span', 'count', String(count)));
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

/** A list of which the first items are shown, and the others on demand. */
export function folded<T>(
  view: DetailsView,
  { id, items, first, more }: { id: string; items: readonly T[]; first: number; more: string },
  draw: (item: T, index: number) => Node,
): Node[] {
  const isLong = items.length > first + 1;
  const isWhole = !isLong || view.isUnfolded(id);
  const drawn = (isWhole ? items : items.slice(0, first)).map(draw);
  if (!isLong) return drawn;
  const text = isWhole ? view.words.showLess : filled(more, items.length - first);
  return [...drawn, foldButton(view, id, text, isWhole)];
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
