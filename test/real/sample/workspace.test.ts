import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type { CslItem } from '../../../src/library/model/csl';
import { fullName } from '../../../src/library/model/display';
import { citekeys, library, sampleText } from './sample';

const NOTES = ['kirkpatrick2016overcoming', 'vandeven2019three'];
const PANDOC_KEY = /@([\p{L}\p{N}_-]+)/gu;
const LATEX_CITATION = /\\cite\w*(?:\[[^\]]*\])*\{([^}]*)\}/g;

describe('The drafts of the sample workspace', () => {
  const markdown = unique([...sampleText('draft.md').matchAll(PANDOC_KEY)].map((found) => found[1]));
  const latex = unique([...sampleText('draft.tex').matchAll(LATEX_CITATION)].flatMap((found) => found[1].split(',')));

  it('cite papers of the library alone', () => {
    assert.deepEqual(
      [...markdown, ...latex].filter((key) => !citekeys.has(key)),
      [],
    );
  });

  it('cite some twenty papers between them', () => {
    assert.ok(markdown.length >= 10 && latex.length >= 10);
    const both = unique([...markdown, ...latex]).length;
    assert.ok(both >= 18 && both <= 25, `${both} papers`);
  });
});

describe('The notes of the sample workspace', () => {
  for (const citekey of NOTES) {
    const text = sampleText(`notes/${citekey}.md`);
    const [, head, body] = text.split(/^---$/m);
    const matter = parse(head) as Record<string, unknown>;

    it(`tell what the library knows of ${citekey}`, () => {
      const item = library.find(({ id }) => id === citekey) ?? assert.fail();
      const { tags, status, created, ...facts } = matter;
      assert.deepEqual(facts, factsOf(item));
      assert.deepEqual(tags, item.keyword?.split(', '));
      assert.equal(status, 'read');
      assert.match(String(created), /^\d{4}-\d\d-\d\d/);
    });

    it(`have the fields of ${citekey} in the order of a new note`, () => {
      const order = ['citekey', 'title', 'authors', 'year', 'doi', 'arxiv', 'tags', 'status', 'created'];
      assert.deepEqual(
        Object.keys(matter),
        order.filter((field) => field in matter),
      );
    });

    it(`link from ${citekey} to the other note and cite what is in the library`, () => {
      const links = [...body.matchAll(/\]\(([^)]+)\.md\)/g)].map((found) => found[1]);
      assert.deepEqual(
        unique(links),
        NOTES.filter((other) => other !== citekey),
      );
      const cited = [...body.matchAll(PANDOC_KEY)].map((found) => found[1]);
      assert.ok(cited.length > 0 && cited.every((key) => citekeys.has(key)));
    });
  }
});

function factsOf(item: CslItem): object {
  return {
    citekey: item.id,
    title: item.title,
    authors: item.author?.map(fullName),
    year: item.issued?.['date-parts']?.[0][0],
    ...(item.DOI ? { doi: item.DOI } : {}),
    arxiv: item.archive_location,
  };
}

function unique(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}
