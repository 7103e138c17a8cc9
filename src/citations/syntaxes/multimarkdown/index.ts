import { PROBE, type CitationToWrite, type CiteItem, type Syntax } from '../../syntax';
import { readsAsLocator } from '../../locator';
import { markdownBibliography } from '../markdown/bibliography';
import { markdownHeadings } from '../markdown/headings';
import { pathsInMarkdown } from '../markdown/paths';
import { skippedInMarkdown } from '../markdown/skipped';
import { usesRoles } from '../shared/role';
import { removeListItem } from '../shared/edits';
import { firstGroups } from '../shared/fileNames';
import { withPlainSpaces } from '../shared/notes';
import { detailOf, missingKeys } from '../shared/pieces';
import { apart } from '../shared/stretches';
import { passedIn } from './passed';
import { findMultiMarkdown } from './scanner';

/**
 * MultiMarkdown (its user's guide, "Citations"): `[p. 3][#key]`, `[#key;]` in the sentence, `[Not cited][#key]`. Several
 * keys are citations that touch. A bracket before the key holds the locator; what stands before that is text.
 */
export const multimarkdown: Syntax = {
  id: 'multimarkdown',
  languages: ['multimarkdown'],
  extensions: ['mmd', 'multimarkdown'],
  completedBy: {},
  completion: { starts: ['[#'], probes: [PROBE, `${PROBE}]`], triggers: ['#', ' '] },
  bibliography: markdownBibliography,
  notes: { plain: withPlainSpaces, write: writeNote },
  sign: { insteadOf: 'pandoc', in: isMultiMarkdown },

  find: (text) => (text.includes('[#') ? findMultiMarkdown(text, linkLabels(text)) : []),

  skipped: (text) => apart([...skippedInMarkdown(text), ...passedIn(text)]),
  headings: markdownHeadings,
  paths: (text) => pathsInMarkdown(text),

  format: ({ form = 'parenthetical', items }) =>
    items
      .map(
        (item) =>
          `${before(item, form === 'nocite')}${note(item, form === 'nocite')}[#${writeKey(item.key)}${isInText(form) ? ';' : ''}]`,
      )
      .join(''),

  formatAt: (text, offset, citation) =>
    writeBetween(text.slice(0, offset).slice(-2), text.slice(offset, offset + 2), citation),
  formatBetween: writeBetween,

  addKeys(_text, { form, items }, keys) {
    const added = missingKeys(items, keys).map((key) => ({ key }));
    if (added.length === 0) return [];
    const at = items[items.length - 1].range.end;
    const newText = multimarkdown.format({ form, items: added });
    return [{ start: at, end: at, newText }];
  },

  removeItem: (_text, citation, index) => removeListItem(citation, index),

  replaceKey(_text, citation, index, key) {
    const item = citation.items[index];
    return item ? [{ ...item.keyRange, newText: writeKey(key) }] : [];
  },

  ownKeys: (text) => new Set(firstGroups(text, DEFINITION)),

  /** `[#12]` names an issue, `[#A]` a priority. */
  isSurelyCited: (_text, _citation, { key }) => isLikeKey(key),
};

/** A citation that neither joins a bracket beside it nor stands in one. */
function writeBetween(before: string, after: string, citation: CitationToWrite): string {
  const written = multimarkdown.format(citation);
  if (/(?:^|[^[!\\])\[$/.test(before) && /^\](?![[(:])/.test(after) && /^\[[^[]*\]$/.test(written))
    return written.slice(1, -1);
  const open = /[\]!\\]$/.test(before);
  return written && `${open ? ' ' : ''}${written}${/^[[(]/.test(after) ? ' ' : ''}`;
}

const DEFINITION = /^[ \t]{0,3}\[#([^\]\s]{1,200})\]:/gm;
const LINK_DEFINITION = /^[ \t]{0,3}\[#([^\]\s]{1,200})\]:[ \t]{0,8}<?(?:https?:|mailto:|[#/.])/gm;

function linkLabels(text: string): ReadonlySet<string> {
  return new Set(firstGroups(text, LINK_DEFINITION));
}

/** Pandoc's `@key` where it cites, `[@key]` among them. */
const PANDOC = /(?:^|[\s[(;-])@[\p{L}\p{N}_{]/u;

function isMultiMarkdown(text: string): boolean {
  if (!text.includes('[#') || PANDOC.test(text) || usesRoles(text)) return false;
  return multimarkdown.find(text).some(({ items }) => items.some(({ key }) => isLikeKey(key)));
}

function isLikeKey(key: string): boolean {
  return key.length > 1 && /\p{L}/u.test(key);
}

function isInText(form: string): boolean {
  return form === 'narrative' || form === 'author';
}

/** Nothing can be quoted in a label: what ends a key or is Markdown of its own is left out. */
function writeKey(key: string): string {
  return key.replace(/[\s[\];`<>\\{}$\p{Cc}\u2028\u2029]+/gu, '').slice(0, 190) || '_';
}

/** What stands before a reference is text of the document. */
function before({ prefix }: CiteItem, isNotCited: boolean): string {
  return prefix && !isNotCited ? `${writeNote(prefix)} ` : '';
}

function note({ locator, suffix, between }: CiteItem, isNotCited: boolean): string {
  if (isNotCited) return '[Not cited]';
  const place = locator && (readsAsLocator(locator, suffix, between) ? locator : `{${locator}}`);
  const written = writeNote(detailOf({ locator: place, suffix, between })).trim();
  return written && `[${written}]`;
}

function writeNote(text: string): string {
  return text.replace(/[[\]`\r\n]/g, '');
}
