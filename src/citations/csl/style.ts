import type { StyleInfo } from './contract';
import { expandedSize } from './expandedSize';
import { StyleRefused } from './styleRefused';

/**
 * More elements than a style may have with its macros in their places: APA's has 155,000, for which the engine takes a second and
 * 96 MB, and no other one has half as many.
 */
const MOST_ELEMENTS = 250_000;

/** No style is this long; the longest one of the public collection has 150 kB. */
const LONGEST = 2_000_000;

/**
 * Checks the text of a style (CSL 1.0.2, "Styles") before an engine is made of it.
 * @throws StyleRefused where it is none, or is a dependent style, which has no rules of its own
 */
export function checkStyle(csl: string): void {
  if (csl.length > LONGEST) throw new StyleRefused({ code: 'too-large' });
  if (/<!(DOCTYPE|ENTITY)/i.test(csl)) throw new StyleRefused({ code: 'entities' });
  if (!/<style\b[^>]*>/.test(csl) || !csl.includes('</style>')) throw new StyleRefused({ code: 'no-style' });
  const wrong = misplacedTag(csl);
  if (wrong !== undefined) throw new StyleRefused({ code: 'no-xml', tag: wrong });
  const parent = independentParent(csl);
  if (parent !== undefined) throw new StyleRefused({ code: 'dependent', parent });
  if (!/<citation\b/.test(csl)) throw new StyleRefused({ code: 'no-rules' });
  if (expandedSize(csl) > MOST_ELEMENTS) throw new StyleRefused({ code: 'endless' });
}

const TAG = /<(\/?)([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;

/** The first tag at which elements are not nested as they must be; undefined where all are. The engine reads such a text as it may. */
function misplacedTag(xml: string): string | undefined {
  const open: string[] = [];
  const plain = xml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, '');
  for (const [whole, slash, name, rest] of plain.matchAll(TAG)) {
    if (slash === '') {
      if (!rest.endsWith('/')) open.push(name);
    } else if (open.pop() !== name) return whole;
  }
  return open.length > 0 ? `<${open[0]}>` : undefined;
}

/** Whether a style has no rules of its own. */
export function isDependent(csl: string): boolean {
  return !/<citation\b/.test(csl);
}

/** The name of the style that a style without rules of its own takes them from; undefined for any other. */
export function independentParent(csl: string): string | undefined {
  return isDependent(csl) ? parentOf(csl) : undefined;
}

const LANGUAGE = /(<style\b[^>]*?)\s+default-locale\s*=\s*["']([\w-]*)["']/;

/** The rules of its parent in the language of a dependent style, where it states one (CSL 1.0.2, "default-locale"). */
export function inLanguageOf(dependent: string, parent: string): string {
  const language = LANGUAGE.exec(dependent)?.[2];
  if (!language) return parent;
  return parent.replace(LANGUAGE, '$1').replace(/<style\b/, `<style default-locale="${language}"`);
}

/** The name of the style that a style says it depends on; undefined where it says none. */
export function parentOf(csl: string): string | undefined {
  const link = /<link\b[^>]*\brel\s*=\s*["']independent-parent["'][^>]*>/.exec(csl)?.[0];
  const href = link && /\bhref\s*=\s*["']([^"']*)["']/.exec(link)?.[1];
  return href && href.slice(href.lastIndexOf('/') + 1);
}

/** What a style says of itself; what it leaves out is empty. */
export function styleInfo(name: string, csl: string): StyleInfo {
  const info = /<info\b[^>]*>([\s\S]*?)<\/info>/.exec(csl)?.[1] ?? '';
  const people = [...info.matchAll(/<author\b[^>]*>([\s\S]*?)<\/author>/g)].map(([, person]) => tag(person, 'name'));
  return {
    name,
    title: tag(info, 'title') || name,
    authors: people.filter((person) => person !== ''),
    rights: tag(info, 'rights'),
    kind: kindOf(csl, info),
  };
}

function kindOf(csl: string, info: string): StyleInfo['kind'] {
  if (isNoteStyle(csl)) return 'note';
  const format = /citation-format\s*=\s*"([\w-]+)"/.exec(info)?.[1];
  return format === 'author-date' || format === 'author' || format === 'numeric' ? format : 'other';
}

/** Whether citations of a style stand in notes. */
export function isNoteStyle(csl: string): boolean {
  return /<style\b[^>]*\bclass\s*=\s*["']note["']/.test(csl);
}

/** Whether a style's citations name authors, rather than numbers or labels alone, or stand in notes. */
export function namesAuthors(csl: string): boolean {
  if (isNoteStyle(csl)) return false;
  const format = /citation-format\s*=\s*["']([\w-]+)["']/.exec(csl)?.[1];
  if (format === 'numeric' || format === 'label') return false;
  const citation = /<citation\b[\s\S]*?<\/citation>/.exec(csl)?.[0] ?? '';
  return format !== undefined || !/variable\s*=\s*["']citation-(?:number|label)["']/.test(citation);
}

const ENTITIES: Readonly<Record<string, string | undefined>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function tag(xml: string, name: string): string {
  const text = new RegExp(`<${name}\\b[^>]*>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
  return text
    .replace(/&(\w+);/g, (all, entity: string) => ENTITIES[entity] ?? all)
    .replace(/\s+/g, ' ')
    .trim();
}
