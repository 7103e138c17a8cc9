import type { TextEdit } from '../../../base/textEdit';
import type { FoundCitation, Syntax } from '../../syntax';
import { removeListItem } from '../shared/edits';
import { missingKeys } from '../shared/pieces';
import { addRoleKeys, writeRoleKey } from '../shared/role';
import { plainKeyEnd, writeKey } from './key';
import { writeMyst } from './write';

/** The edits of citations in Markdown, whichever form a citation has. */
export const markdownEdits: Pick<Syntax, 'addKeys' | 'removeItem' | 'replaceKey'> = {
  addKeys(text, citation, keys) {
    if (citation.isLink) return [insert(citation.range.end, ` ${writeMyst({ items: keys.map((key) => ({ key })) })}`)];
    if (isRole(text, citation)) return addRoleKeys(text, citation, keys, '; ');
    const added = missingKeys(citation.items, keys).map(writeKey);
    if (added.length === 0) return [];
    const last = citation.items[citation.items.length - 1].range.end;
    if (citation.form === 'nocite') return [insert(last, added.map((key) => `, ${key}`).join(''))];
    if (text[citation.range.end - 1] !== ']') return [insert(last, ` [${added.join('; ')}]`)];
    const tail = text.slice(last, citation.range.end);
    const separator = tail.indexOf(';');
    if (separator < 0) return [insert(last, added.map((key) => `; ${key}`).join(''))];
    const space = /\s/.test(tail[separator + 1]) ? 1 : 0;
    return [insert(last + separator + 1 + space, (space ? '' : ' ') + added.join('; '))];
  },

  removeItem(text, citation, index) {
    const { items, range } = citation;
    if (citation.isLink) return [];
    const bare = text[range.start] === '@' || text[range.start] === '-';
    if (!bare || items.length === 1 || citation.form === 'nocite' || index > 1) return removeListItem(citation, index);
    return removeFromNarrative(text, citation, index);
  },

  replaceKey(text, citation, index, key) {
    const item = citation.items[index];
    if (!item || citation.isLink) return [];
    if (isRole(text, citation)) return [{ ...item.keyRange, newText: writeRoleKey(key) }];
    const braced = text[item.keyRange.start - 1] === '{';
    const start = item.keyRange.start - (braced ? 2 : 1);
    const end = item.keyRange.end + (braced ? 1 : 0);
    const newText = writeKey(key);
    // Without its braces the key would go on with the text behind them.
    const goesOn =
      !newText.startsWith('@{') && plainKeyEnd(newText.slice(1) + text.slice(end, end + 2), 0) >= newText.length;
    return [{ start, end, newText: goesOn ? `@{${newText.slice(1)}}` : newText }];
  },
};

/** Takes the first or second key out of `@a [p. 3; @b; @c]`, whose bracket may be the first key's or not. */
function removeFromNarrative(text: string, { items, range }: FoundCitation, index: number): TextEdit[] {
  const bracket = text.indexOf('[', items[0].keyRange.end);
  const ownsBracket = bracket < items[0].range.end;
  if (index === 0) {
    const end = ownsBracket ? items[1].range.start : bracket;
    return [{ start: items[0].range.start, end, newText: ownsBracket ? '[' : '' }];
  }
  const [, second, third] = items;
  if (ownsBracket) return [remove(items[0].range.end, second.range.end)];
  return [third ? remove(second.range.start, third.range.start) : remove(items[0].range.end, range.end)];
}

function isRole(text: string, { range }: FoundCitation): boolean {
  return text[range.start] === '{';
}

function insert(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}

function remove(start: number, end: number): TextEdit {
  return { start, end, newText: '' };
}
