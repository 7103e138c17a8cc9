/** Pandoc's Markdown within a line, the longest sign first; each with what CSL has for it. */
const SPAN = /(?<!\\)\[([^[\]\\]{1,500})\]\{([^{}]{1,100})\}/g;
const MARKS: readonly (readonly [RegExp, string, string])[] = [
  [/(?<![\\*\p{L}\p{N}])\*\*(?=\S)([^*]{1,500}?)(?<=\S)\*\*(?!\*)/gu, '<b>', '</b>'],
  [/(?<![\\*\p{L}\p{N}])\*(?=\S)([^*]{1,500}?)(?<=\S)\*(?!\*)/gu, '<i>', '</i>'],
  [/(?<![\\_\p{L}\p{N}])_(?=\S)([^_]{1,500}?)(?<=\S)_(?![_\p{L}\p{N}])/gu, '<i>', '</i>'],
  [/(?<![\\~])~([^\s~]{1,100})~(?!~)/g, '<sub>', '</sub>'],
  [/(?<![\\^])\^([^\s^]{1,100})\^/g, '<sup>', '</sup>'],
];

/** A value of CSL-YAML, which pandoc reads as Markdown, with CSL's markup instead. Formulas stay as they are. */
export function markupOfMarkdown(value: string): string {
  if (!/[*_~^[\\]/.test(value)) return value;
  let text = value.replace(SPAN, (whole, content: string, attributes: string) => spanned(content, attributes) ?? whole);
  for (const [mark, before, after] of MARKS) text = text.replace(mark, `${before}$1${after}`);
  return text.replace(/\\([*_~^[\]\\`])/g, '$1');
}

function spanned(content: string, attributes: string): string | undefined {
  if (/(?:^|\s)\.nocase\b/.test(attributes)) return `<span class="nocase">${content}</span>`;
  if (/(?:^|\s)\.(?:smallcaps|sc)\b/.test(attributes))
    return `<span style="font-variant:small-caps;">${content}</span>`;
  return undefined;
}

/** The fields of an item that are read so: what styles may set in italics and the like. */
export const RICH_FIELDS: ReadonlySet<string> = new Set([
  'title',
  'title-short',
  'container-title',
  'collection-title',
  'volume-title',
  'event-title',
  'note',
]);

const SIMPLE_TAGS: readonly (readonly [RegExp, string])[] = [
  [/<b>([^<>*]{1,500})<\/b>/g, '**$1**'],
  [/<i>([^<>*]{1,500})<\/i>/g, '*$1*'],
  [/<sub>([^<>\s~]{1,100})<\/sub>/g, '~$1~'],
  [/<sup>([^<>\s^]{1,100})<\/sup>/g, '^$1^'],
  [/<span class="nocase">([^<>[\]]{1,500})<\/span>/g, '[$1]{.nocase}'],
  [/<span style="font-variant:small-caps;">([^<>[\]]{1,500})<\/span>/g, '[$1]{.smallcaps}'],
];

/** The Markdown that reads back as a value with CSL's markup: as it is where that is so already, else escaped and marked up. */
export function markdownOfMarkup(value: string): string {
  const escaped = markupOfMarkdown(value) === value ? value : value.replace(/[*_~^[\]\\`]/g, '\\$&');
  const marked = SIMPLE_TAGS.reduce((text, [tag, mark]) => text.replace(tag, mark), escaped);
  return [marked, escaped].find((text) => markupOfMarkdown(text) === value) ?? value;
}
