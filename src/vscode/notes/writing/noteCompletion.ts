import * as vscode from 'vscode';
import { inertLabel } from '../../host/completionLabel';
import { foldDiacritics } from '../../../base/fold';
import { displayAuthors, displayTitle } from '../../../library/model/display';
import type { Entry } from '../../../library/model/entry';
import { READING_STAGES } from '../../../library/model/readingStage';
import { type FieldNames, NOTE_FIELDS, type NoteField } from '../../../notes/fieldNames';
import { type FrontMatterPlace, frontMatterPlace } from '../../../notes/frontMatterPlace';
import { wikiLinkPlace } from '../../../notes/wikiLinkPlace';
import { valueToYaml } from '../../../notes/yamlText';
import { paperLine } from '../../../workflows/paperRow';
import { relativePath } from '../../../workspace/uri';
import { folderSettings, noteStatuses } from '../../host/settings';
import type { NotesService } from '../notesService';
import { nameOf, type NoteNames } from './noteNames';
import { otherLinks } from './otherLinkers';

/** So many papers or notes are offered at a time; typing brings others. */
const LIMIT = 200;
const RATINGS = ['0', '1', '2', '3', '4', '5'];

/** What is offered in notes. */
export interface NoteCompletionParts {
  readonly notes: Pick<NotesService, 'isNote' | 'citekeys' | 'noteOf'>;
  readonly names: NoteNames;
  readonly papers: () => readonly Entry[];
  readonly entryOf: (citekey: string) => Entry | undefined;
}

/** Offers fields, statuses, tags and citekeys in front matter, and notes behind `[[`. */
export class NoteCompletion {
  readonly #parts: NoteCompletionParts;

  constructor(parts: NoteCompletionParts) {
    this.#parts = parts;
  }

  provide(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionList | undefined {
    const place = frontMatterPlace(document.getText(), document.offsetAt(position));
    const items = place ? this.#inFrontMatter(document, place) : this.#links(document, position);
    return items && new vscode.CompletionList(items, items.length >= LIMIT);
  }

  #inFrontMatter(document: vscode.TextDocument, place: FrontMatterPlace): vscode.CompletionItem[] | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    const { names, folder: notesFolder } = folderSettings(folder?.uri).notes;
    const base = folder && vscode.Uri.joinPath(folder.uri, notesFolder).toString();
    const isOurs = base !== undefined && relativePath(base, document.uri.toString()) !== undefined;
    if (!isOurs && !this.#parts.notes.isNote(document.uri)) return undefined;
    const range = rangeOf(document, place.range);
    if (place.kind === 'field') return fieldItems(place, names, range);
    const others = new Set(place.others);
    const blank = place.lacksBlank ? ' ' : '';
    return this.#valuesOf(place.field, names, document.getText(range)).flatMap(({ value, detail }, i) => {
      if (others.has(value)) return [];
      const item = new vscode.CompletionItem(
        inertLabel({ label: value, description: detail }),
        vscode.CompletionItemKind.Value,
      );
      item.range = range;
      item.insertText = blank + valueToYaml(value).replace(/^"([0-5])"$/, '$1');
      // What is not at the beginning of a citekey, as a word of the title, is looked for as well.
      item.filterText = blank + [value, detail].filter(Boolean).join(' ');
      item.sortText = String(i).padStart(4, '0');
      return [item];
    });
  }

  #valuesOf(property: string, names: FieldNames, typed: string): readonly Offered[] {
    const { notes, papers } = this.#parts;
    const used = () => notes.citekeys().flatMap((key) => notes.noteOf(key) ?? []);
    const values: Partial<Record<NoteField, () => readonly Offered[]>> = {
      status: () => {
        const stated = used().flatMap(({ status }) => status ?? []);
        return [...new Set([...noteStatuses(), ...READING_STAGES, ...stated])].map(offered);
      },
      tags: () => mostUsed(used().flatMap(({ tags }) => tags)).map(offered),
      priority: () => mostUsed(used().flatMap(({ priority }) => priority ?? [])).map(offered),
      rating: () => RATINGS.map(offered),
      citekey: () => papersBy(papers(), typed),
      citekeys: () => papersBy(papers(), typed),
    };
    const field = NOTE_FIELDS.find((one) => names[one] === property);
    return (field && values[field]?.()) ?? [];
  }

  #links(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] | undefined {
    const place = wikiLinkPlace(document.lineAt(position.line).text, position.character);
    if (!place || otherLinks()) return undefined;
    const isWanted = matcher(place.typed.replace(/^@/, ''));
    const { start, end } = place.range;
    const range = new vscode.Range(position.line, start, position.line, end);
    const items: vscode.CompletionItem[] = [];
    for (const note of this.#parts.names.all()) {
      if (note.uri === document.uri.toString()) continue;
      const entry = this.#parts.entryOf(note.citekey);
      const name = nameOf(note);
      const title = entry ? paperLine(entry) : (note.title ?? name);
      const words = [name, note.citekey, title, entry ? displayAuthors(entry) : ''].join(' ');
      if (!isWanted(words)) continue;
      const item = new vscode.CompletionItem(
        inertLabel({ label: title, description: name }),
        vscode.CompletionItemKind.File,
      );
      item.range = range;
      item.insertText = place.isClosed ? name : `${name}]]`;
      // Our own words decide: VS Code would leave out what only matches without diacritics.
      item.filterText = `${place.typed} ${words}`;
      item.sortText = title.toLowerCase();
      items.push(item);
      if (items.length >= LIMIT) break;
    }
    return items;
  }
}

/** A value that is offered, with what is said of it. */
interface Offered {
  readonly value: string;
  readonly detail?: string;
}

function offered(value: string): Offered {
  return { value };
}

function papersBy(papers: readonly Entry[], typed: string): Offered[] {
  const isWanted = matcher(typed);
  const found = papers.filter((entry) => isWanted(`${entry.citekey} ${displayTitle(entry)}`));
  return found.slice(0, LIMIT).map((entry) => ({ value: entry.citekey, detail: paperLine(entry) }));
}

function fieldItems(
  { stated }: FrontMatterPlace & { kind: 'field' },
  names: FieldNames,
  range: vscode.Range,
): vscode.CompletionItem[] {
  return NOTE_FIELDS.filter((field) => !stated.includes(names[field])).map((field, i) => {
    const item = new vscode.CompletionItem(names[field], vscode.CompletionItemKind.Property);
    item.range = range;
    item.insertText = `${names[field]}: `;
    item.sortText = String(i).padStart(4, '0');
    // The values of the field come next.
    item.command = { command: 'editor.action.triggerSuggest', title: '' };
    return item;
  });
}

/** Whether a text holds all words that were typed, without regard to case and diacritics. */
function matcher(typed: string): (text: string) => boolean {
  const plain = (text: string) => foldDiacritics(text).toLowerCase();
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return (text) => {
    const folded = plain(text);
    return words.every((word) => folded.includes(word));
  };
}

/** Each value once, what is used most first. */
function mostUsed(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value);
}

function rangeOf(document: vscode.TextDocument, { start, end }: { start: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
