import type { FoundItem } from '../foundItem';
import type { FoundCitation, Syntax } from '../syntax';
import type { Cluster } from './contract';

/**
 * A citation as found in a text as the formatter takes it: what stands around its keys becomes plain text, but for emphasis.
 * Whether a comma stands before what follows a key is as it is written.
 */
export function clusterOf(
  text: string,
  { form, command, items }: FoundCitation,
  { notes, numbersStandAlone, hasEnglishLabels }: Pick<Syntax, 'notes' | 'numbersStandAlone' | 'hasEnglishLabels'>,
): Cluster {
  return {
    form,
    ...(hasEnglishLabels && { isEnglish: true }),
    // A role says by its name that it names authors.
    ...(numbersStandAlone && form === 'narrative' && command === undefined && { numberAlone: true }),
    items: items.map((item) => {
      const { key, prefix, locator, suffix, suppressAuthor } = item;
      return {
        key: key.normalize('NFC'),
        ...(prefix && { prefix: emphasised(notes.plain(prefix)) }),
        ...(locator && { locator: notes.plain(locator) }),
        ...(suffix && { suffix: parted(text, item) + emphasised(notes.plain(suffix)) }),
        ...(suppressAuthor && { suppressAuthor }),
      };
    }),
  };
}

/** A blank where there is no comma; what has nothing before it is parted by the formatter. */
function parted(text: string, { keyRange, locatorRange, suffixRange }: FoundItem): string {
  if (!suffixRange) return '';
  const end = locatorRange && locatorRange.end <= suffixRange.start ? locatorRange.end : keyRange.end;
  const between = text.slice(end, suffixRange.start);
  return end <= suffixRange.start && /^[}\s\u00a0]+$/.test(between) ? ' ' : '';
}

/** Emphasis of Markdown as the engine knows it. */
function emphasised(text: string): string {
  return text
    .replace(/\*\*(?=\S)([^*\n]{1,300})(?<=\S)\*\*/g, '<b>$1</b>')
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_\n]{1,300})(?<=\S)\1(?![\p{L}\p{N}])/gu, '<i>$2</i>');
}
