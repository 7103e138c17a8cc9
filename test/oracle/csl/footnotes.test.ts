import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cslData } from '../../../build/cslData.mjs';
import { NOTES_CSL, NOTE_STYLE } from '../../real/citations/csl/styles';
import { footnotePlugin } from '../../real/citations/preview/footnotePlugin';
import { ITEMS, previewed } from '../../real/citations/preview/previewed';

const IN_A_ROW = 'One.^[[@a] and [@b], also [@b].] Two [@b].';
const BEGINS = 'One.[^1] Two.[^2]\n\n[^1]: [@b]\n\n[^2]: [@b, p. 4]';
const ABBREVIATED = 'One.[^1] Two.[^2]\n\n[^1]: As @b says.\n\n[^2]: As said by @b. More on this is in [-@b].';

/** Documents with footnotes of their own beside citations, of the works `a` and `b`. */
const DOCUMENTS: readonly string[] = [
  'One.[^x] Two [@b]. Three [@b].\n\n[^x]: Plain note.',
  'One [@b]. Two.[^x] Three [@b]. Four.[^y] Five [@a].\n\n[^x]: Plain note.\n[^y]: See [@b, 3] there.',
  'One.[^x] Two [@b]. Three [@b].\n\n[^x]: See @b [p. 3] and [@b; @a]. And [@b] says.',
  'One.^[@b says] Two [@b].^[[@a]] Three [@a].^[See [@a, p. 3], more [@b].] [@b]',
  'Two [@b] three [@b].^[x] four [@b], @b and [-@b].',
  'One.^[Plain] Two [@a]. Three.^[Plain] Four [@a, p. 7].',
  'One.^[See [@b, p. 3], and more.] Two [@b].',
  'As @a said.[^1] And @b [p. 9] said.[^2]\n\n[^1]: Really.\n\n[^2]: Also [@a].',
  '- One [@a].\n- Two.[^1]\n- Three [@a].\n\n[^1]: In between.',
  '> One.[^1]\n\nTwo [@a].\n\n[^1]: Quoted [see @a, p. 3; @b].',
  IN_A_ROW,
  BEGINS,
  ABBREVIATED,
];

const CITED = { ...ITEMS, a: { ...ITEMS.a, title: 'On rivers' } };

/** Differences, each with the rule that decides it. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  [`small-notes: ${IN_A_ROW}`]:
    'A citation that follows on one of the same work alone is ibid, wherever they stand (CSL 1.0.2, "Position").',
  [`chicago-notes: ${IN_A_ROW}`]: 'The same.',
  [`small-notes: ${BEGINS}`]: 'A note begins with a capital, whoever made it.',
  [`small-notes: ${ABBREVIATED}`]: 'The stop of an abbreviation stays in brackets, as in later versions of Pandoc.',
};

const STYLES: readonly (typeof NOTE_STYLE | 'chicago-notes')[] = [NOTE_STYLE, 'chicago-notes'];

/** What is read of HTML: the text with its marks in brackets, and the notes, a line each. */
function read(html: string): string[] {
  const plain = (part: string) =>
    part
      .replace(/<sup[^<>]*>\s*<a href="#literature-note-(\d+)"[^<]*<\/a><\/sup>/g, '[$1]')
      .replace(/<a href="#fn(\d+)"[^<>]*><sup>\d+<\/sup><\/a>/g, '[$1]')
      .replace(/<a [^<]*>(?:↩|↩︎|back)<\/a>/g, '')
      .replace(/<[^<>]*>/g, '')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
      .replace(/\s+/g, '');
  const notes = [...html.matchAll(/<li id="(?:literature-note-|fn)(\d+)"[^<>]*>([\s\S]*?)<\/li>/g)];
  const text = html.replace(/<(section|div)\b[^<>]*(?:literature|footnotes|refs)[\s\S]*/, '');
  return [plain(text), ...notes.map(([, number, note]) => `${number} ${plain(note)}`)];
}

describe("Footnotes of a document's own beside Pandoc's reading", function () {
  this.timeout(60_000);
  let folder: string;

  before(async function () {
    if (spawnSync('pandoc', ['--version']).status !== 0) return this.skip();
    folder = mkdtempSync(join(tmpdir(), 'footnotes-'));
    const { styles } = await cslData();
    writeFileSync(join(folder, 'chicago-notes.csl'), styles['chicago-notes']);
    writeFileSync(join(folder, 'small-notes.csl'), NOTES_CSL);
    writeFileSync(
      join(folder, 'items.json'),
      JSON.stringify(Object.entries(CITED).map(([id, item]) => ({ id, ...item }))),
    );
  });
  after(() => folder && rmSync(folder, { recursive: true }));

  const pandoc = (text: string, style: string) => {
    const options = [
      '--citeproc',
      '--csl',
      `${style}.csl`,
      '--bibliography',
      'items.json',
      '-t',
      'html',
      '--wrap=none',
    ];
    return spawnSync('pandoc', options, { cwd: folder, input: `---\nlang: en-US\n---\n\n${text}`, encoding: 'utf8' })
      .stdout;
  };

  for (const style of STYLES) {
    const name = typeof style === 'string' ? style : style.name;
    for (const [beside, plugins] of [
      ['by itself', []],
      ['beside a plugin', [footnotePlugin]],
    ] as const) {
      for (const text of DOCUMENTS) {
        it(`${name}, ${beside}: ${JSON.stringify(text)}`, async () => {
          const ours = read(await previewed(text, style, { plugins, items: CITED, locale: 'en-US' }));
          const theirs = read(pandoc(text, name));
          const difference = DIFFERENCES[`${name}: ${text}`];
          if (difference === undefined) assert.deepEqual(ours, theirs);
          else assert.notDeepEqual(ours, theirs);
        });
      }
    }
  }
});
