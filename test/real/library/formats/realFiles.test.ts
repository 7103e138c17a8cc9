import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readBytes } from '../../../../src/library/formats/readers';

const FOLDER = '../shared/data/real';
const LIST = '../shared/seeds/papers.txt';

describe('A real file', () => {
  const isRead = (file: string, count: number, untitled = 0) =>
    it(`is read with every entry, and without a problem: ${file}`, function () {
      const path = `${FOLDER}/${file}`;
      if (!existsSync(path)) return this.skip();
      const { papers, problems } = readBytes(file, readFileSync(path));
      assert.equal(papers.length, count);
      assert.equal(papers.filter(({ title }) => title === '').length, untitled);
      assert.deepEqual(problems, []);
    });

  isRead('biblatex-examples.bib', 92, 2);
  isRead('citar-test.bib', 85);
  isRead('biblatex-csl-converter-library.ris', 462);
  isRead('obsidian-citation-plugin-library.json', 5);

  it('of titles and abstracts is read as the list it is', function () {
    if (!existsSync(LIST)) return this.skip();
    const { papers, problems } = readBytes('papers.txt', readFileSync(LIST));
    assert.equal(papers.length, 278);
    assert.equal(
      papers[0].title,
      'OneRec: Unifying Retrieve and Rank with Generative Recommender and Iterative Preference Alignment',
    );
    assert.equal(
      papers[277].title,
      'What can a Single Attention Layer Learn? A Study Through the Random Features Lens',
    );
    assert.deepEqual(problems, []);
  });
});
