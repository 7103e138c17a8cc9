import { el, icon, textButton } from '../dom';
import { copyMenu } from './copyMenu';
import { editButton, fieldForm } from './fieldForm';
import { mathText } from '../mathText';
import { namedYear } from '../../workflows/namedYear';
import { folded, searchButton } from './pieces';
import type { DetailsAction } from './messages';
import type { DetailsView, Section } from './view';
import { filled } from './filled';

/** So many authors are named at first. */
const AUTHORS = 12;

/** Who wrote what, when and where, and what can be done with it. */
export const headSection: Section = {
  id: 'head',

  shows: ({ paper, back, editing, parts, isUnfolded }) => {
    const { citekey, title, authors, moreAuthors, year, venue, volume, issue, pages, files, note, editable } = paper;
    const here = editing &&
      ['title', 'authors'].includes(editing.field) && [editing.field, editing.refusal, editing.isSaving];
    const first = authors.length > 200 && !isUnfolded('authors') ? authors.slice(0, 200) : authors;
    const shown = [citekey, title, first, moreAuthors, year, venue, volume, issue, pages, files, note !== undefined];
    return [
      ...shown,
      editable,
      paper.retraction,
      paper.online,
      back,
      here,
      isUnfolded('authors'),
      parts.reference !== undefined,
    ];
  },

  draw(view) {
    const { paper, back, words, send } = view;
    const title = el('h1', { id: 'title', attributes: { tabindex: '-1' } }, ...mathText(paper.title));
    return el(
      'header',
      {},
      back &&
        textButton(filled(words.back, back.title), {
          class: 'link back',
          key: 'back',
          press: () => send({ type: 'back', other: back.citekey }),
        }),
      fieldForm(view, 'title') ?? el('div', 'editable', title, editButton(view, 'title')),
      fieldForm(view, 'authors') ?? authors(view),
      publication(view),
      retraction(view),
      paper.online !== undefined && el('div', 'quiet', filled(words.notInLibrary, paper.online)),
      el('div', { class: 'buttons' }, ...buttons(view)),
    );
  },
};

function authors(view: DetailsView): HTMLElement | undefined {
  const { paper, words } = view;
  if (paper.authors.length === 0) return undefined;
  const list = { id: 'authors', items: paper.authors, first: AUTHORS, step: Infinity, more: words.moreAuthors };
  const names = folded(view, list, (author) => el('li', {}, searchButton(view, author, 'author')));
  const items = names.map((node) => (node instanceof HTMLLIElement ? node : el('li', {}, node)));
  if (paper.moreAuthors) items.push(el('li', {}, '…'));
  return el(
    'div',
    'editable',
    el('ul', { class: 'authors', label: words.fields.authors }, ...items),
    editButton(view, 'authors'),
  );
}

/** `Annalen der Physik 17(10), pp. 891–921, 1905`; `ICLR 2025 (2024)`. */
function publication(view: DetailsView): HTMLElement | undefined {
  const { venue, volume, issue, pages, year } = view.paper;
  if (!venue && !year) return undefined;
  const number = venue && volume ? ` ${volume}${issue ? `(${issue})` : ''}` : '';
  const where = venue && pages ? `, ${/\d[–,]/.test(pages) ? 'pp. ' : ''}${pages}` : '';
  const named = year && namedYear(venue?.text ?? '', Number(year.text));
  return el(
    'div',
    'publication',
    venue && searchButton(view, venue, 'venue'),
    number + where,
    named === 'none' && venue && ', ',
    named === 'other' && ' (',
    named !== 'same' && year && searchButton(view, year, 'year'),
    named === 'other' && ')',
  );
}

/** A line that cannot be overlooked, with the way to the notice. */
function retraction({ paper, words }: DetailsView): HTMLElement | undefined {
  if (!paper.retraction) return undefined;
  const { sentence, notice } = paper.retraction;
  const link = notice !== undefined && el('a', { attributes: { href: notice } }, words.notice);
  return el('div', 'retraction', icon('warning'), el('span', {}, sentence, ' ', link));
}

function buttons(view: DetailsView): HTMLElement[] {
  const { paper, words } = view;
  if (paper.online !== undefined) {
    return [
      action(view, 'add', 'add', words.add, 'primary'),
      action(view, 'cite', 'quote', words.addAndCite, 'secondary'),
      action(view, 'note', 'note', words.addAndNote, 'secondary'),
      action(view, 'open', 'link-external', words.openPage, 'secondary'),
    ];
  }
  const note = paper.note ? words.openNote : words.createNote;
  return [
    action(view, 'cite', 'quote', words.cite, 'primary'),
    action(view, 'note', 'note', note, 'secondary'),
    ...(paper.files.some(({ isPdf }) => isPdf) ? [action(view, 'pdf', 'file-pdf', words.openPdf, 'secondary')] : []),
    copyMenu(view),
  ];
}

function action(
  { send }: DetailsView,
  name: DetailsAction,
  picture: string,
  text: string,
  kind: 'primary' | 'secondary',
): HTMLElement {
  const press = () => send({ type: 'action', action: name });
  const button = textButton(text, { class: kind, key: `action-${name}`, press });
  button.prepend(icon(picture));
  return button;
}
