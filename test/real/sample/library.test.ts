import assert from 'node:assert/strict';
import { makeCitekey, titleHash } from '../../../src/library/keys/citekey';
import type { CslItem } from '../../../src/library/model/csl';
import { fullName } from '../../../src/library/model/display';
import { hasOwnSummary } from '../../../src/library/formats/ownSummary';
import { cslJsonReader } from '../../../src/library/formats/cslJson';
import { citekeys, facts, library, listed, sampleText } from './sample';

describe('The sample library', () => {
  it('has 278 papers, each with a key of its own', () => {
    assert.equal(library.length, 278);
    assert.equal(citekeys.size, 278);
  });

  it('says of each summary that it is ours', () => {
    const { papers } = cslJsonReader.read(sampleText('library.csl.json'));
    assert.deepEqual(
      papers.filter((paper) => !hasOwnSummary(paper)).map(({ title }) => title),
      [],
    );
  });

  it('has the papers of the list in its order', function () {
    const papers = listed() ?? this.skip();
    assert.deepEqual(
      library.map((item) => item.title),
      papers.map((paper) => paper.title),
    );
  });

  it('states the known facts and no others', function () {
    const known = facts() ?? this.skip();
    known.forEach((paper, i) => {
      const { title, authors, year, arxiv, doi, venue } = paper;
      assert.deepEqual(
        factsOf(library[i]),
        withoutNull({ title, authors, year, arxiv, doi, venue, url: arxiv && `https://arxiv.org/abs/${arxiv}` }),
      );
    });
  });

  it('has the keys that the library would make', () => {
    const keys = library.map(madeKey);
    const clashing = new Set(keys.filter((key, i) => keys.indexOf(key) !== i));
    library.forEach((item, i) => {
      const expected = clashing.has(keys[i]) ? `${keys[i]}-${titleHash(item.title!)}` : keys[i];
      assert.equal(item.id, expected);
    });
  });

  it('calls a paper published only where it has a venue', () => {
    const unpublished = library.filter((item) => item['container-title'] === undefined);
    assert.deepEqual(new Set(unpublished.map((item) => item.type)), new Set(['article', 'thesis']));
    const published = library.filter((item) => item['container-title'] !== undefined);
    assert.ok(published.every((item) => item.type !== 'article'));
  });

  it('is read without a problem and with every arXiv id', () => {
    const { papers, problems } = cslJsonReader.read(sampleText('library.csl.json'));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      papers.map((paper) => [paper.statedKey, paper.arxiv]),
      library.map((item) => [item.id, item.archive_location]),
    );
  });
});

function madeKey(item: CslItem): string {
  return makeCitekey({ title: item.title!, authors: item.author ?? [], year: yearOf(item) });
}

function yearOf(item: CslItem): number | undefined {
  return item.issued?.['date-parts']?.[0][0] as number | undefined;
}

function factsOf(item: CslItem): object {
  return withoutNull({
    title: item.title,
    authors: item.author?.map(fullName),
    year: yearOf(item),
    arxiv: item.archive === 'arXiv' ? item.archive_location : undefined,
    doi: item.DOI,
    venue: item['container-title'],
    url: item.URL,
  });
}

function withoutNull(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}
