import type { EditableField } from '../../library/writing/editableField';
import { type Child, el, textButton } from '../dom';
import { editButton, fieldForm } from './fieldForm';
import { searchButton, section, webLink } from './pieces';
import type { DetailsView, Section } from './view';

/** What else the list says of the paper: its key, fields, identifiers and files, and where it stands. */
export const factsSection: Section = {
  id: 'facts',

  shows: ({ paper, editing, isUnfolded }) => {
    const { citekey, year, venue, volume, issue, pages, identifiers, files, type, language, added, place, editable } =
      paper;
    const facts = [
      citekey,
      year,
      venue,
      volume,
      issue,
      pages,
      identifiers,
      files,
      type,
      language,
      added,
      place,
      editable,
    ];
    const here = editing && [editing.field, editing.refusal, editing.isSaving];
    return [
      facts,
      paper.abstract.length > 0,
      paper.keywords.length > 0,
      paper.authors.length > 0,
      here,
      isUnfolded('closed-facts'),
    ];
  },

  draw(view) {
    const { paper, words, send } = view;
    const { type, place } = paper;
    const source = textButton(`${place.file}:${place.line}`, {
      class: 'link',
      key: 'source',
      press: () => send({ type: 'action', action: 'source' }),
    });
    const rows = [
      row(words.citekey, el('code', {}, paper.citekey)),
      row(words.type, searchButton(view, type, 'type'), type.stated && el('span', 'quiet', ` ${type.stated}`)),
      field(view, 'year', paper.year && searchButton(view, paper.year, 'year2')),
      field(view, 'venue', paper.venue && searchButton(view, paper.venue, 'venue2')),
      field(view, 'volume', paper.volume),
      field(view, 'issue', paper.issue),
      field(view, 'pages', paper.pages),
      ...identifiers(view),
      paper.language && row(words.language, paper.language),
      paper.added && row(words.added, paper.added.slice(0, 10)),
      paper.files.length > 0 && row(words.files, ...files(view)),
      paper.online === undefined && row(words.source, source),
    ];
    return section(view, { id: 'facts', title: words.details }, el('dl', {}, ...rows.filter(Boolean)), addField(view));
  },
};

function row(name: string, ...value: readonly Child[]): HTMLElement {
  return el('div', {}, el('dt', {}, name), el('dd', {}, ...value));
}

function field(view: DetailsView, name: EditableField, value: Child): HTMLElement | undefined {
  const form = fieldForm(view, name);
  if (!form && !value) return undefined;
  const shown = form ?? el('span', 'editable', el('span', {}, value), editButton(view, name));
  return row(view.words.fields[name], shown);
}

function identifiers(view: DetailsView): (HTMLElement | undefined)[] {
  const { identifiers: all } = view.paper;
  const ofKind = (kind: string) => all.filter((each) => each.kind === kind);
  const shown = ({ text, url }: (typeof all)[number]) => webLink(text, url);
  const others = all.filter(({ kind }) => kind !== 'doi' && kind !== 'url');
  const [doi] = ofKind('doi');
  const [url] = ofKind('url');
  return [
    field(view, 'doi', doi && shown(doi)),
    ...others.map((each) => row(view.words.identifiers[each.kind], shown(each))),
    field(view, 'url', url && shown(url)),
  ];
}

function files({ paper, send }: DetailsView): HTMLElement[] {
  return paper.files.slice(0, 20).map(({ name, path, url }, index) => {
    if (url !== undefined) return el('div', {}, webLink(name, url));
    const press = () => send({ type: 'file', index });
    return el('div', {}, textButton(name, { class: 'link', key: `file-${index}`, title: path, press }));
  });
}

/** A list of the fields that the paper lacks. */
function addField({ paper, words, editing, send }: DetailsView): HTMLElement | undefined {
  const has: Readonly<Partial<Record<EditableField, unknown>>> = {
    ...paper,
    doi: paper.identifiers.find(({ kind }) => kind === 'doi'),
    url: paper.identifiers.find(({ kind }) => kind === 'url'),
    authors: paper.authors.length > 0 || undefined,
    abstract: paper.abstract.length > 0 || undefined,
    keywords: paper.keywords.length > 0 || undefined,
  };
  const lacking = paper.editable.filter((name) => has[name] === undefined && editing?.field !== name);
  if (lacking.length === 0) return undefined;
  const select = el('select', { class: 'addField', label: words.addField, key: 'addField' });
  const title = el('option', { attributes: { value: '' } }, words.addField);
  select.append(title, ...lacking.map((name) => el('option', { attributes: { value: name } }, words.fields[name])));
  select.addEventListener('change', () => {
    const chosen = lacking.find((name) => name === select.value);
    select.value = '';
    if (chosen) send({ type: 'edit', field: chosen });
  });
  return select;
}
