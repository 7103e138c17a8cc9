import assert from 'node:assert/strict';
import { citedCells, clusterKey } from '../../../../src/citations/preview/citedCells';
import { namesListPlace } from '../../../../src/citations/preview/listPlace';
import { citationPlugin } from '../../../../src/citations/preview/plugin';
import { syntaxFor } from '../../../../src/citations/syntaxes';
import type { ToNotebook } from '../../../../src/webview/notebook/messages';
import { shownCell } from '../../../../src/webview/notebook/shownCell';
import { by, NOTE_STYLE, shipped } from '../csl/styles';
import { renderer } from './renderer';

const ITEMS = {
  a: { type: 'book', title: 'Rivers', author: [{ family: 'Smith' }], issued: { 'date-parts': [[2020]] } },
  b: { type: 'book', title: 'Lakes', author: [{ family: 'Berg' }], issued: { 'date-parts': [[1999]] } },
};
const words = { references: 'References', notes: 'Notes', unknown: 'No such paper', back: 'Back' };

/** What the cells of a notebook show in a style. */
async function rendered(texts: readonly string[], style: Parameters<typeof by>[0]): Promise<string[]> {
  const { group, cells } = citedCells(texts);
  const made = (await shipped()).document({ items: ITEMS, clusters: group.clusters }, by(style, 'html'));
  const told: ToNotebook = {
    type: 'citations',
    cells: cells.map(({ text, citations }) => ({
      text,
      citations: citations.map((at) => ({ cluster: clusterKey(group.clusters[at]), formatted: made.clusters[at] })),
    })),
    references: made.references,
    isNoteStyle: made.isNoteStyle,
    words,
    hasList: group.isListPlaced,
  };
  const md = renderer();
  const syntaxOf = (text: string) => syntaxFor('markdown', '', () => text);
  citationPlugin(md, syntaxOf, { shown: (one) => shownCell(told, one) }, { isPart: true });
  return texts.map((text) => md.render(text));
}

const text = (html: string) =>
  html
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe('The Markdown cells of a notebook', () => {
  it('are numbered through', async () => {
    const shown = await rendered(['First @b.', 'Then [@a] and [@b; @a].', 'Again [@a].'], 'vancouver');
    assert.deepEqual(shown.map(text), ['First (1).', 'Then (2) and (1,2).', 'Again (2).']);
  });

  it('have the list in the cell that is for it, and nowhere else', async () => {
    for (const last of ['## References', '::: {#refs}\n:::', 'So much [@a].\n\n# Literatur']) {
      const shown = await rendered(['See [@a; @b].', last], 'apa');
      assert.equal(text(shown[0]), '(Berg, 1999; Smith, 2020)'.replace(/^/, 'See ') + '.');
      assert.match(text(shown[1]), /Berg\. \(1999\)\. Lakes\. ?Smith\. \(2020\)\. Rivers\.$/);
      assert.match(shown[0], /href="#ref-b"/);
    }
    const [only] = await rendered(['See [@a].'], 'apa');
    assert.doesNotMatch(only, /literature-references|href/);
  });

  it('have their notes below them, counted through', async () => {
    const shown = await rendered(['One [@a].', 'Two [@b].'], NOTE_STYLE);
    assert.match(shown[0], /<sup id="literature-note-1-place">/);
    assert.match(shown[1], /<li id="literature-note-2" value="2">Berg, <i>Lakes<\/i>\./);
    assert.doesNotMatch(shown[1], /literature-note-1"/);
  });

  it('stay as they are written while nothing is told', () => {
    const md = renderer();
    citationPlugin(md, () => syntaxFor('markdown'), { shown: (one) => shownCell(undefined, one) }, { isPart: true });
    assert.equal(text(md.render('See [@a].\n\n# References')), 'See [@a]. References');
  });

  const named: [cell: string, isNamed: boolean][] = [
    ['# References', true],
    ['Text.\n\n## 5. Bibliography ##\n', true],
    ['::: {#refs}\n:::', true],
    ['<div id="refs"></div>', true],
    ['# References\n\n<!-- here -->\n<!-- and\nhere -->', true],
    ['# References\n\nText.', false],
    ['# References\n\nText. <!-- here -->', false],
    ['References', false],
  ];
  for (const [cell, isNamed] of named) {
    it(`${isNamed ? 'say' : 'do not say'} where the list belongs: ${JSON.stringify(cell)}`, () =>
      assert.equal(namesListPlace(cell), isNamed));
  }
});
