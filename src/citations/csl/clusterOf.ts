import type { FoundCitation, Syntax } from '../syntax';
import type { Cluster } from './contract';

/** A citation as found in a text as the formatter takes it: what stands around its keys becomes plain text, but for emphasis. */
export function clusterOf({ form, items }: FoundCitation, { notes }: Pick<Syntax, 'notes'>): Cluster {
  const plain = (note: string | undefined) => note && notes.plain(note);
  return {
    form,
    items: items.map(({ key, prefix, locator, suffix, suppressAuthor }) => ({
      key: key.normalize('NFC'),
      ...(prefix && { prefix: emphasised(plain(prefix) ?? '') }),
      ...(locator && { locator: plain(locator) }),
      ...(suffix && { suffix: emphasised(plain(suffix) ?? '') }),
      ...(suppressAuthor && { suppressAuthor }),
    })),
  };
}

/** Emphasis of Markdown as the engine knows it. */
function emphasised(text: string): string {
  return text
    .replace(/\*\*(?=\S)([^*\n]{1,300})(?<=\S)\*\*/g, '<b>$1</b>')
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_\n]{1,300})(?<=\S)\1(?![\p{L}\p{N}])/gu, '<i>$2</i>');
}
