import type { TextEdit } from '../../../base/textEdit';
import { MOST_ITEMS, PROBE, type CitationForm, type CiteItem, type FoundCitation, type Syntax } from '../../syntax';
import { markdownBibliography } from '../markdown/bibliography';
import { markdownHeadings } from '../markdown/headings';
import { pathsInMarkdown } from '../markdown/paths';
import { skippedInMarkdown } from '../markdown/skipped';
import { Collector } from '../shared/collector';
import { removeListItem } from '../shared/edits';
import { byPrefix, detailOf, missingKeys } from '../shared/pieces';
import { itemsOf, readArguments, type Arguments } from './arguments';
import { jekyllNotes, locatorOption } from './locators';
import { shownTags, tagsIn, type Tag } from './tags';

/**
 * Jekyll-Scholar (its README, "Citations"): `{% cite a b -l 3 %}`, `{% nocite a %}`, `{% quote a %}`. The text before a
 * reference stands before the tag: its option `--prefix` is of anchors.
 */
export const jekyll: Syntax = {
  id: 'jekyll',
  languages: [],
  extensions: [],
  completedBy: {},
  completion: { starts: ['{%'], probes: [PROBE, `${PROBE} %}`], triggers: [' '], blankParts: true },
  bibliography: {
    ...markdownBibliography,
    // The tag lists all entries unless it is told otherwise.
    listsAll: (text) => tagsIn(text).some((tag) => tag.name === 'bibliography' && !isOfCited(text, tag)),
  },
  hasEnglishLabels: true,
  notes: jekyllNotes,
  sign: {
    insteadOf: 'pandoc',
    in: (text) =>
      /\{%-?\s{0,8}(?:cite|nocite|bibliography)/.test(text) && tagsIn(text).some(({ name }) => SIGNS.has(name)),
  },

  find(text) {
    const collector = new Collector();
    if (!text.includes('{%')) return [];
    for (const tag of shownTags(text)) {
      const citation = citationOf(text, tag);
      if (citation) collector.add(citation);
      if (collector.isDone) break;
    }
    return collector.found;
  },

  skipped: (text) => skippedInMarkdown(text),
  headings: markdownHeadings,
  paths: (text) => pathsInMarkdown(text),

  format({ form = 'parenthetical', command, items }) {
    const isYear = form === 'year' || (items.length > 0 && items.every(({ suppressAuthor }) => suppressAuthor));
    const name = command ?? (form === 'nocite' ? 'nocite' : 'cite');
    return byPrefix(items.slice(0, MOST_ITEMS))
      .flatMap((stretch) =>
        parts(stretch).map((part, i) => ({ part, prefix: i === 0 ? stretch[0].prefix : undefined })),
      )
      .map(
        ({ part, prefix }) =>
          `${prefix && form !== 'nocite' ? `${jekyllNotes.write(prefix)} ` : ''}{% ${name} ${part.map(({ key }) => key).join(' ')}${isYear ? ' -A' : ''}${part.map(options).join('')} %}`,
      )
      .join(' ');
  },

  formatAt(text, offset, citation) {
    // In a tag that has only its name yet.
    if (
      NAMED.test(text.slice(Math.max(0, offset - 40), offset)) &&
      /^\s{0,40}-?%\}/.test(text.slice(offset, offset + 43))
    )
      return ` ${citation.items.map(({ key }) => writeKey(key)).join(' ')}${/\s/.test(text.charAt(offset)) ? '' : ' '}`;
    return (text[offset - 1] === '{' ? ' ' : '') + jekyll.format(citation);
  },

  addKeys(_text, { items, range, command }, keys) {
    if (command && OF_ONE.has(command)) {
      const added = missingKeys(items, keys).map((key) => ({ key }));
      return added.length > 0
        ? [{ start: range.end, end: range.end, newText: ` ${jekyll.format({ items: added })}` }]
        : [];
    }
    const at = items[items.length - 1].range.end;
    const newText = missingKeys(items, keys)
      .map((key) => ` ${writeKey(key)}`)
      .join('');
    return newText === '' ? [] : [{ start: at, end: at, newText }];
  },

  removeItem(text, citation, index) {
    const edits = removeListItem(citation, index);
    if (citation.items.length === 1 && edits.length > 0) return [...edits, ...endOfQuote(text, citation)];
    return edits.length > 0 ? [...edits, ...optionsOf(text, citation, index)] : [];
  },

  replaceKey(_text, citation, index, key) {
    const item = citation.items[index];
    return item ? [{ ...item.keyRange, newText: writeKey(key) }] : [];
  },
};

/** The tags that a page of Jekyll-Scholar has. */
const SIGNS: ReadonlySet<string> = new Set(['cite', 'nocite', 'cite_details', 'bibliography']);

const NAMED = /\{%-?\s{0,8}(?:cite|nocite|cite_details|quote)$/;

const COMMANDS: ReadonlyMap<string, CitationForm> = new Map([
  ['cite', 'parenthetical'],
  ['nocite', 'nocite'],
  ['cite_details', 'parenthetical'],
  ['quote', 'parenthetical'],
]);

/** Those that take one key alone. */
const OF_ONE: ReadonlySet<string> = new Set(['cite_details']);

function citationOf(text: string, { range, name, args }: Tag): FoundCitation | undefined {
  const form = COMMANDS.get(name);
  if (!form || !args) return undefined;
  const read = readArguments(text, args);
  const items = itemsOf(text, OF_ONE.has(name) ? { ...read, keys: read.keys.slice(0, 1) } : read);
  if (items.length === 0) return undefined;
  const isYear = name === 'cite' && read.options.some((option) => option.name === 'suppressAuthor');
  // A command that is its form's own is not kept, so that another form can be asked for.
  const isOwn = name !== 'quote' && !OF_ONE.has(name);
  return isOwn ? { range, form: isYear ? 'year' : form, items } : { range, form, command: name, items };
}

interface Written {
  readonly key: string;
  readonly label?: string;
  readonly value?: string;
}

/** Items by tag: a tag gives its locators and labels to its first keys, so that one behind a key without goes in a new tag. */
function parts(items: readonly CiteItem[]): Written[][] {
  const all: Written[][] = [];
  for (const item of items) {
    const written = writtenItem(item);
    const last = all.at(-1);
    const fits = last?.every(
      ({ label, value }) => (!written.value || value !== undefined) && (!written.label || label !== undefined),
    );
    if (last && fits) last.push(written);
    else all.push([written]);
  }
  return all;
}

function writtenItem({ key, locator, suffix, between }: CiteItem): Written {
  const { label, value } = locator ? locatorOption(locator) : { value: '', label: undefined };
  const whole = detailOf({ locator: value || undefined, suffix: suffix && jekyllNotes.write(suffix), between });
  return { key: writeKey(key), ...(label && value && { label }), ...(whole && { value: whole }) };
}

function options({ label, value }: Written): string {
  return `${label ? ` -L ${label}` : ''}${value ? ` -l ${value}` : ''}`;
}

/** Nothing can be quoted in a tag: what ends a key or the tag, or starts code or an option, is left out. */
function writeKey(key: string): string {
  const held = key.replace(/[\s{}`<>\\\p{Cc}\u2028\u2029]+/gu, '').replace(/^-+/, '');
  return held || '_';
}

/** Takes out the locator and label of an item with the blank before each. */
function optionsOf(text: string, { range }: FoundCitation, index: number): TextEdit[] {
  const read = argumentsAt(text, range.start);
  const own = (['label', 'locator'] as const).map((name) => read?.options.filter((one) => one.name === name)[index]);
  return own
    .filter((one) => one !== undefined)
    .sort((a, b) => a.range.start - b.range.start)
    .map((one) => ({ start: one.range.start - 1, end: one.range.end, newText: '' }));
}

function argumentsAt(text: string, start: number): Arguments | undefined {
  const tag = tagsIn(text).find(({ range }) => range.start === start);
  return tag?.args && readArguments(text, tag.args);
}

/** Takes out the end of a quote whose only key goes; the quoted text stays. */
function endOfQuote(text: string, { range, command }: FoundCitation): TextEdit[] {
  const end =
    command === 'quote' && tagsIn(text).find((tag) => tag.name === 'endquote' && tag.range.start >= range.end);
  return end ? [{ ...end.range, newText: '' }] : [];
}

function isOfCited(text: string, { args }: Tag): boolean {
  return args !== undefined && /--cited\b|(?:^|\s)-c\b/.test(text.slice(args.start, args.end));
}
