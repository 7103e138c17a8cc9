import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { previewed } from '../../real/citations/preview/previewed';

/** A style that says what it takes for the label of a locator, and what for the locator. */
const CSL = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Labels</title><id>labels</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout delimiter="; "><group delimiter="|">
    <names variable="author"><name form="short"/></names><group delimiter="|"><label variable="locator" form="short"/><text variable="locator"/></group>
  </group></layout></citation>
</style>`;

const LANGUAGES = ['en-US', 'de-DE', 'es-ES', 'fr-FR', 'nl-NL'];

/** What people write in all languages, but for what only later locales have. Blanks and dashes of ranges are not compared. */
const PLACES =
  'p. 3|pp. 3-5|3-5|S. 3|S. 3-5, passim|s. 3|Seite 3|chap. 3|Kap. 3|Kapitel 3|cap. 3|chapitre 3|hoofdstuk 3|Abb. 3|fig. 3|' +
  'Bd. 3|vol. 3|Nr. 3|pág. 3|página 3|blz. 3|Rn. 3|Fn. 3|Abs. 3|Zeile 3|nota 3|línea 3|ligne 3|figuur 3|siehe S. 3';

describe("Labels of locators beside Pandoc's reading", function () {
  this.timeout(60_000);
  let folder: string;

  before(function () {
    if (spawnSync('pandoc', ['--version']).status !== 0) return this.skip();
    folder = mkdtempSync(join(tmpdir(), 'locators-'));
    writeFileSync(join(folder, 'labels.csl'), CSL);
    writeFileSync(
      join(folder, 'a.json'),
      JSON.stringify([{ id: 'a', type: 'book', title: 'T', author: [{ family: 'Smith' }] }]),
    );
  });
  after(() => folder && rmSync(folder, { recursive: true }));

  for (const locale of LANGUAGES) {
    it(`are those of the document's language alone: ${locale}`, async () => {
      const text = PLACES.split('|')
        .map((place) => `[@a, ${place}]`)
        .join('\n\n');
      const options = ['--citeproc', '--csl', 'labels.csl', '--bibliography', 'a.json', '-t', 'html', '--wrap=none'];
      const input = `---\nlang: ${locale}\n---\n\n${text}`;
      const theirs = spawnSync('pandoc', options, { cwd: folder, input, encoding: 'utf8' }).stdout;
      const items = { a: { type: 'book', title: 'T', author: [{ family: 'Smith' }] } };
      const ours = await previewed(text, { name: 'labels', csl: CSL }, { items, locale });
      const read = (html: string) =>
        [...html.matchAll(/<p>(.*)<\/p>/g)].map(([, line]) =>
          line
            .replace(/<[^<>]*>/g, '')
            .replace(/\u00a0/g, ' ')
            .replace(/[–‑]/g, '-'),
        );
      assert.deepEqual(read(ours), read(theirs));
    });
  }
});
