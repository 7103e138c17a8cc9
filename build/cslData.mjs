// The citation styles and locales that are shipped. None is kept here: they are read from packages and put into the bundle
// that formats, with their titles, authors and rights; all of them are under CC BY-SA 3.0, whatever the package's licence.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const CITATION_JS = '@citation-js/plugin-csl/lib';
const REHYPE = 'node_modules/rehype-citation/dist/node/styles';

/** The collection of 2020 by the first letter of a style's name in it. */
const collected = (name) => ({
  json: `@manuscripts/csl-styles/dist/${name[0]}.json`,
  name: `http://www.zotero.org/styles/${name}`,
});

/** Styles by our name for them, each from where it is newest. One that only sits in the code of a package is its default export. */
const STYLES = {
  acm: collected('association-for-computing-machinery'),
  apa: { json: `${CITATION_JS}/styles.json`, name: 'apa' },
  'chicago-author-date': { module: `${REHYPE}/chicago.js` },
  'chicago-notes': collected('chicago-fullnote-bibliography'),
  elsevier: collected('elsevier-with-titles'),
  harvard: { json: `${CITATION_JS}/styles.json`, name: 'harvard1' },
  ieee: collected('ieee'),
  mla: { module: `${REHYPE}/mla.js` },
  nature: collected('nature'),
  vancouver: { json: `${CITATION_JS}/styles.json`, name: 'vancouver' },
};

/** Sorts by author, else by editor, translator or title, as APA's own macro does for nearly every list. */
const SORT_MACRO =
  '<macro name="quick-author-sort"><names variable="author"><name name-as-sort-order="all" and="symbol" delimiter=", "/>' +
  '<substitute><names variable="editor"/><names variable="translator"/><text variable="title"/></substitute></names></macro>';

/** What a changed style says of the change, as its licence asks. */
const CHANGED =
  '<!-- Changed for Literature Notes: its sort keys are simpler, so that an engine is made in 40 ms, not in a second. -->';

/**
 * APA's style with simpler sort keys. Its own macro for them expands to 95 MB of tokens, only to sort; what is printed
 * stays the same.
 */
function withQuickSort(style) {
  if (!style.includes('<macro name="author-sort"')) throw new Error('APA has no macro author-sort any more.');
  const sorted = style.replace(/<sort>[\s\S]*?<\/sort>/g, (keys) =>
    keys
      .replaceAll('macro="author-sort"', 'macro="quick-author-sort"')
      .replace('<key macro="title"/>', '<key variable="title"/>')
      .replace('<key macro="source-archive"/>', '')
      .replace('<key macro="date-sort-group"/>', '')
      .replace('macro="date-sort"', 'variable="issued"'),
  );
  return sorted.replace('<info>', `${CHANGED}<info>`).replace('<citation', `${SORT_MACRO}<citation`);
}

/** A file of a package. */
async function json(path) {
  return JSON.parse(await readFile(createRequire(import.meta.url).resolve(path), 'utf8'));
}

/** The text of a module whose default export is one template literal. */
async function exportedText(path) {
  const text = await readFile(path, 'utf8');
  const literal = /export default `([\s\S]*)`;?\s*(?:\/\/#.*)?\s*$/.exec(text)?.[1];
  if (!literal || literal.includes('${')) throw new Error(`${path} does not export one text.`);
  return literal.replace(/\\([`$\\])/g, '$1');
}

/** The text of a style, wherever it is. */
async function styleText({ module, json: path, name }) {
  return module ? exportedText(module) : (await json(path))[name];
}

/** Without the blanks between tags that only lay the file out; those of terms and affixes stay. */
function compact(xml) {
  return xml.replace(/>\s*\n\s*</g, '><');
}

let made;

/** `{ styles, locales }`: CSL texts by name. They are read once, as several bundles hold them. */
export function cslData() {
  return (made ??= readData());
}

async function readData() {
  const styles = await Promise.all(
    Object.entries(STYLES).map(async ([id, source]) => {
      const style = await styleText(source);
      if (!/<rights\b/.test(style)) throw new Error(`The style ${id} does not state its rights.`);
      return [id, compact(id === 'apa' ? withQuickSort(style) : style)];
    }),
  );
  const locales = Object.entries(await json(`${CITATION_JS}/locales.json`));
  return {
    styles: Object.fromEntries(styles),
    locales: Object.fromEntries(locales.map(([language, text]) => [language, compact(text)])),
  };
}

/** Answers the import of `csl:data` with the styles and locales. */
export const cslDataPlugin = {
  name: 'csl-data',
  setup(build) {
    build.onResolve({ filter: /^csl:data$/ }, () => ({ path: 'csl:data', namespace: 'csl' }));
    build.onLoad({ filter: /.*/, namespace: 'csl' }, async () => ({
      contents: JSON.stringify(await cslData()),
      loader: 'json',
    }));
  },
};

/** Who made each style and locale and what it may be used for, as the file itself says: a paragraph each. */
export async function cslCredits() {
  const { styles, locales } = await cslData();
  const credit = ([name, text]) => {
    const info = /<info>[\s\S]*?<\/info>/.exec(text)?.[0] ?? '';
    const all = (tag) => [...info.matchAll(new RegExp(`<${tag}\\b[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))].map((m) => m[1]);
    const people = [...all('author'), ...all('contributor'), ...all('translator')].map(
      (p) => /<name>([^<]*)/.exec(p)?.[1],
    );
    const rights = /<rights\b[^>]*>([^<]*)/.exec(info)?.[1];
    const licence = /<rights\b[^>]*license="([^"]*)"/.exec(info)?.[1];
    const title = all('title')[0] ?? `Locale ${name}`;
    return `${title} (${name}) by ${people.filter(Boolean).join(', ')}. ${rights} ${licence ?? ''}`.trim();
  };
  return [...Object.entries(styles), ...Object.entries(locales)].map(credit);
}
