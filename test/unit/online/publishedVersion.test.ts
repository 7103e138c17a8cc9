import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/base/textEdit';
import { readText } from '../../../src/library/formats/readers';
import { Library } from '../../../src/library/library';
import type { CslItem } from '../../../src/library/model/csl';
import { parsePlainName } from '../../../src/library/model/names';
import { changeSource } from '../../../src/library/writing/changeSource';
import { isRefusal } from '../../../src/library/writing/editRefusal';
import { writtenEntry } from '../../../src/library/writing/writtenEntry';
import type { Found } from '../../../src/online/found';
import { publishedVersion } from '../../../src/online/matching/publishedVersion';
import { entryOfPublished } from '../../../src/workflows/metadata/publishedEntries';

const names = (...all: string[]) => all.map(parsePlainName);
const authors = names('Jane Doe', 'Wei Li', 'Ada Roe');
const PREPRINT: CslItem = {
  title: 'Sparse Maps: A Study of Patient Robots',
  author: authors,
  issued: { 'date-parts': [[2020]] },
  number: 'arXiv:2001.00001',
};

const record = (item: CslItem = {}): Found => ({
  service: 'crossref',
  item: {
    type: 'article-journal',
    title: PREPRINT.title,
    author: authors,
    issued: { 'date-parts': [[2021]] },
    'container-title': 'Journal of Robots',
    DOI: '10.1234/robots',
    ...item,
  },
});

const found = (items: readonly CslItem[], linked?: readonly string[]) =>
  publishedVersion(PREPRINT, items.map(record), linked)?.record.item.DOI;

describe('The published version of a preprint', () => {
  it('has its title and authors, or with nearly all authors nearly its title', () => {
    assert.equal(found([{}]), '10.1234/robots');
    assert.equal(
      found([{ title: 'Sparse Maps: A Study of Patient Robots.', author: names('J. Doe', 'W. Li', 'A. Roe') }]),
      '10.1234/robots',
    );
    assert.equal(found([{ title: 'Sparse Maps: One Study of Patient Robots' }]), '10.1234/robots');
  });

  it('is no part, erratum, review, namesake, next paper or other preprint', () => {
    const decoys: readonly CslItem[] = [
      { title: `${PREPRINT.title}, Part II` },
      { title: `${PREPRINT.title} 2` },
      { title: `Erratum: ${PREPRINT.title}` },
      { title: `Review of “${PREPRINT.title}”`, author: names('Ida Moe') },
      { author: names('Ida Moe', 'Max Poe') },
      { title: 'Sparse Maps: Learning to Fly with Drones' },
      { DOI: '10.48550/arxiv.2001.00001' },
      { 'container-title': 'Research Square', DOI: '10.21203/rs.3.rs-1' },
      { issued: { 'date-parts': [[2012]] } },
    ];
    for (const decoy of decoys) assert.equal(found([decoy]), undefined, decoy.title ?? JSON.stringify(decoy));
    assert.equal(found([...decoys, {}]), '10.1234/robots');
  });

  it('may have another title where a service names it, but not any', () => {
    const renamed = { title: 'Sparse Maps Help Patient Robots', author: names('Jane Doe') };
    assert.equal(found([renamed]), undefined);
    assert.equal(found([renamed], ['10.1234/robots']), '10.1234/robots');
    assert.equal(found([{ title: 'On Whales' }], ['10.1234/robots']), undefined);
  });

  it('leaves citekey, title with its braces, abstract and arXiv number in the entry', () => {
    const bib = `@misc{doe2020sparse,
  title = {Sparse {Maps}: A Study of Patient Robots},
  author = {Doe, Jane and Li, Wei and Roe, Ada},
  year = {2020},
  eprint = {2001.00001},
  archiveprefix = {arXiv},
  abstract = {Mine.},
  mynote = {stays},
}
`;
    const library = new Library();
    library.setSource('file:///a.bib', readText('a.bib', bib));
    const [entry] = library.entries();
    const version = publishedVersion(PREPRINT, [record({ volume: '3' })])!;
    const published = entryOfPublished(entry, version)!;
    const edits = changeSource('bibtex', bib, {
      kind: 'replaceEntry',
      at: 0,
      entry: writtenEntry(published, 'bibtex'),
    });
    assert.ok(!isRefusal(edits), JSON.stringify(edits));
    const after = applyEdits(bib, edits);
    for (const line of [
      /@article\{doe2020sparse,/,
      /title = \{Sparse \{Maps\}: A Study of Patient Robots\}/,
      /eprint = \{2001\.00001\}/,
      /abstract = \{Mine\.\}/,
      /mynote = \{stays\}/,
      /journal = \{Journal of Robots\}/,
      /doi = \{10\.1234\/robots\}/,
      /volume = \{?3\}?,/,
      /year = \{?2021\}?,/,
    ])
      assert.match(after, line);
  });
});
