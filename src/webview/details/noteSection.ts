import { el, iconButton } from '../dom';
import { filterButton, section } from './pieces';
import type { DetailsView, Section } from './view';
import { filled } from './filled';

const BEST = 5;
/** The tag that is being typed, which outlasts that the section is drawn anew. */
const typed = { citekey: '', tag: '' };

/** How the reading stands, to be changed in place, and the first lines of the note. */
export const noteSection: Section = {
  id: 'note',
  shows: ({ paper: { citekey, note, status, statuses, online }, isUnfolded }) => [
    citekey,
    note,
    status,
    statuses,
    online,
    isUnfolded('closed-note'),
  ],

  draw(view) {
    const { words, paper } = view;
    if (paper.online !== undefined) return undefined;
    const lines = paper.note?.lines;
    return section(
      view,
      { id: 'note', title: words.note },
      el('div', 'state', status(view), rating(view)),
      tags(view),
      lines ? el('p', 'noteLines', lines) : undefined,
    );
  },
};

function status({ paper, words, send }: DetailsView): HTMLElement {
  const current = paper.status ?? '';
  // The first is none.
  const all = [...new Set(['', current, ...paper.statuses])];
  const select = el('select', { label: words.status, title: words.status, key: 'status' });
  for (const each of all) {
    const option = el('option', { attributes: { value: each } }, each === '' ? words.noStatus : each);
    option.selected = each === current;
    select.append(option);
  }
  select.addEventListener('change', () => send({ type: 'status', status: select.value }));
  return select;
}

function rating({ paper, words, send }: DetailsView): HTMLElement {
  const current = Math.round(paper.note?.rating ?? 0);
  const stars = Array.from({ length: BEST }, (_, i) => {
    const value = i + 1;
    const isOn = value <= current;
    return iconButton(isOn ? 'star-full' : 'star-empty', filled(words.rate, value), {
      class: isOn ? 'star on' : 'star',
      key: `star-${value}`,
      attributes: { 'aria-pressed': String(value === current) },
      // The star that stands takes itself back.
      press: () => send({ type: 'rating', rating: value === current ? 0 : value }),
    });
  });
  return el('span', { class: 'stars', label: words.rating, attributes: { role: 'group' } }, ...stars);
}

function tags(view: DetailsView): HTMLElement {
  const { paper, words, send } = view;
  const current = paper.note?.tags ?? [];
  const texts = current.map(({ text }) => text);
  const chips = current.map((tag) =>
    el(
      'span',
      'tag',
      filterButton(view, tag, 'tag'),
      iconButton('close', filled(words.removeTag, tag.text), {
        class: 'remove',
        key: `remove-${tag.text}`,
        press: () => send({ type: 'tag', tag: tag.text, isOn: false }),
      }),
    ),
  );
  const box = el('input', {
    class: 'addTag',
    key: 'addTag',
    label: words.addTag,
    attributes: { placeholder: words.addTag, maxlength: '100', spellcheck: 'false' },
  });
  if (typed.citekey === paper.citekey) box.value = typed.tag;
  const type = (tag: string) => Object.assign(typed, { citekey: paper.citekey, tag });
  box.addEventListener('input', () => type(box.value));
  const add = () => {
    const tag = box.value.trim().replace(/^#/, '');
    if (tag !== '' && !texts.includes(tag)) send({ type: 'tag', tag, isOn: true });
    box.value = '';
    type('');
  };
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') type((box.value = ''));
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  });
  return el('div', { class: 'chips', label: words.tags, attributes: { role: 'group' } }, ...chips, box);
}
