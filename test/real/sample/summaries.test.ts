import assert from 'node:assert/strict';
import { fixtureText, library, listed } from './sample';

describe('The summaries of the sample library', () => {
  it('are there for every paper, in one or two sentences of 20 to 60 words', () => {
    for (const { id, abstract } of library) {
      const length = words(abstract ?? '').length;
      assert.ok(length >= 20 && length <= 60, `${id}: ${length} words`);
      const sentences = (abstract ?? '').split(/[.?!](?=\s+\p{Lu}|$)/u).length - 1;
      assert.ok(sentences >= 1 && sentences <= 2, `${id}: ${sentences} sentences`);
      assert.match(abstract!, /^\S.*\.$/);
    }
  });

  it('differ from one another', () => {
    assert.equal(new Set(library.map((item) => item.abstract)).size, library.length);
  });

  it('share no eight words in a row with the abstract', function () {
    const papers = listed() ?? this.skip();
    library.forEach(({ id, abstract }, i) => {
      const theirs = new Set(runs(papers[i].abstract, 8));
      const shared = runs(abstract ?? '', 8).filter((run) => theirs.has(run));
      assert.deepEqual(shared, [], id);
    });
  });

  it('come with two to five keywords of a list of at most sixty', () => {
    const vocabulary = JSON.parse(fixtureText('sample-keywords.json')) as string[];
    assert.ok(vocabulary.length <= 60);
    const used = new Set<string>();
    for (const { id, keyword } of library) {
      const keywords = (keyword ?? '').split(', ');
      assert.ok(keywords.length >= 2 && keywords.length <= 5, id);
      assert.equal(new Set(keywords).size, keywords.length, id);
      keywords.forEach((word) => used.add(word));
    }
    assert.deepEqual([...used].sort(), [...vocabulary].sort());
  });
});

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** All stretches of `length` words of a text. */
function runs(text: string, length: number): string[] {
  const all = words(text);
  return all.slice(length - 1).map((_, i) => all.slice(i, i + length).join(' '));
}
