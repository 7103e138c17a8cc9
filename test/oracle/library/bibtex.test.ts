import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { bibtexParser } from 'latex-utensils';
import { bibFields, bibKey } from '../../../src/library/bibtex/record';
import { fullName } from '../../../src/library/model/display';
import { readBytes } from '../../../src/library/formats/readers';

interface OracleName {
  readonly name?: string;
  readonly firstName?: string;
  readonly prefix?: string;
  readonly lastName?: string;
  readonly suffix?: string;
}

/** Files of our own making; and real ones, which are not part of the project. */
const FILES = [
  'test/fixtures/bibliographies/thesis.bib',
  'test/fixtures/bibliographies/export.bib',
  '../shared/data/real/biblatex-examples.bib',
  '../shared/data/real/citar-test.bib',
];

/** Where the two differ by intent. */
const INTENDED: Readonly<Record<string, string>> = {
  // That there are more authors is no name.
  'okafor2014tides authors': 'Nneka Okafor; Jörg Müller',
  // A dotless i that gets an accent is an i with that accent.
  'lindqvist-2019 authors': 'Åsa van der Berg; María de la Cruz; Bo Lindqvist, Jr.',
  // The oracle inherits no date by crossref; biblatex does.
  'westfahl:space year': '2000',
  'haraldsen1998b year': '1998',
  // Single quotes are shown as printed.
  'chicago-82 authors': '‘Chicago’',
  'brunswick-85 authors': '‘Brunswick’',
};

/** Another reader of BibTeX, to compare with on real files. */
describe('The BibTeX reader and @retorquere/bibtex-parser', () => {
  for (const path of FILES) {
    const file = basename(path);
    it(`agree on ${file}`, async function () {
      this.timeout(20_000);
      if (!existsSync(path)) return this.skip();
      const { parse } = await import('@retorquere/bibtex-parser');
      const bytes = readFileSync(path);
      const { papers } = readBytes(file, bytes);
      const { entries } = parse(bytes.toString(), { sentenceCase: false });
      assert.deepEqual(
        papers.map((paper) => paper.statedKey),
        entries.map((entry) => entry.key),
      );
      const differences: Record<string, string> = {};
      for (const [i, entry] of entries.entries()) {
        const paper = papers[i];
        const names = (entry.fields.author ?? entry.fields.editor ?? []) as OracleName[];
        const theirs = { authors: names.map(nameOf).join('; '), year: yearOf(entry.fields.date ?? entry.fields.year) };
        const ours = { authors: paper.authors.map(fullName).join('; '), year: String(paper.year ?? '') };
        for (const what of ['authors', 'year'] as const) {
          if (ours[what] !== theirs[what]) differences[`${entry.key} ${what}`] = ours[what];
        }
      }
      for (const [what, value] of Object.entries(differences)) assert.equal(value, INTENDED[what], what);
    });
  }
});

/** Its markup of names and the space that it leaves at the end of some are not ours. */
function nameOf({ name, firstName, prefix, lastName, suffix }: OracleName): string {
  const text = name ?? [[firstName, prefix, lastName].filter(Boolean).join(' '), suffix].filter(Boolean).join(', ');
  return text
    .replace(/<[^>]*>/g, '')
    .replaceAll('\u00a0', ' ')
    .trim()
    .normalize('NFC');
}

function yearOf(date: unknown): string {
  return (typeof date === 'string' && /-?\d{4}/.exec(date)?.[0]) || '';
}

describe('The field parser and latex-utensils', () => {
  for (const path of FILES) {
    const file = basename(path);
    it(`agree on every field of ${file}`, function () {
      if (!existsSync(path)) return this.skip();
      for (const { record } of readBytes(file, readFileSync(path)).papers) {
        assert.ok(record.format === 'bibtex');
        const [entry] = bibtexParser.parse(record.text).content.filter(bibtexParser.isEntry);
        const theirs = entry.content.map(({ name, value }) => [
          name,
          value.kind === 'concat' ? undefined : value.content,
        ]);
        const ours = bibFields(record).map(({ name, kind, raw }) => {
          const inner = kind === 'braces' || kind === 'quotes' ? raw.slice(1, -1) : raw;
          return [name.toLowerCase(), kind === 'concatenation' ? undefined : inner];
        });
        assert.deepEqual(ours, theirs);
        assert.equal(bibKey(record), entry.internalKey);
      }
    });
  }
});
