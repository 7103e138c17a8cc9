import assert from 'node:assert/strict';
import { annotationsAmong, annotationsOf } from '../../../src/online/zotero/annotations';
import type { FollowedLibrary } from '../../../src/online/zotero/followed';
import type { ZoteroItem } from '../../../src/online/zotero/items';
import { lineOf, Snapshot, type SnapshotHead } from '../../../src/online/zotero/snapshot';

function snapshotOf(
  place: string,
  ...items: readonly (Partial<ZoteroItem> & { key: string; itemType: string })[]
): Snapshot {
  const lines = new Map(items.map((item): [string, string] => [item.key, lineOf({ version: 1, ...item })]));
  return new Snapshot({ place } as SnapshotHead, lines);
}

const PAPER = { key: 'PAPER001', itemType: 'book', title: 'A "itemType":"annotation"' };
const PDF = { key: 'PDF00001', itemType: 'attachment', parentItem: 'PAPER001', contentType: 'application/pdf' };
const mark = (key: string, more: Record<string, unknown>) => ({
  key,
  itemType: 'annotation',
  parentItem: 'PDF00001',
  ...more,
});

describe('The annotations of an item of Zotero', () => {
  it('come in the order of the document, as plain text, with a link to the page', async () => {
    const snapshot = snapshotOf(
      'groups/42',
      mark('MARK0002', {
        annotationSortIndex: '00011|000100|00100',
        annotationText: 'later',
        annotationPageLabel: 'xii',
      }),
      PAPER,
      PDF,
      mark('MARK0001', {
        annotationSortIndex: '00002|000100|00100',
        annotationText: 'a <i>b</i>',
        annotationComment: 'so?',
        tags: [{ tag: 'maps' }],
      }),
    );
    const at = 'zotero://open-pdf/groups/42/items/PDF00001';
    assert.deepEqual(
      [...(await annotationsOf(snapshot, ['PAPER001']))],
      [
        [
          'PAPER001',
          [
            { id: 'MARK0001', link: `${at}?page=3&annotation=MARK0001`, tags: ['maps'], text: 'a b', comment: 'so?' },
            { id: 'MARK0002', link: `${at}?page=12&annotation=MARK0002`, tags: [], text: 'later', pageLabel: 'xii' },
          ],
        ],
      ],
    );
  });

  it('are none where it has none, and unknown where the item is', async () => {
    const found = await annotationsOf(snapshotOf('library', PAPER, PDF), ['PAPER001', 'OTHER001']);
    assert.deepEqual([...found], [['PAPER001', []]]);
  });

  it('of a book without pages lead to it by another link', async () => {
    const epub = { ...PDF, contentType: 'application/epub+zip' };
    const snapshot = snapshotOf('library', PAPER, epub, mark('MARK0001', { annotationSortIndex: '00002|00000010' }));
    const [annotation] = (await annotationsOf(snapshot, ['PAPER001'])).get('PAPER001') ?? [];
    assert.equal(annotation.link, 'zotero://open/library/items/PDF00001?annotation=MARK0001');
  });

  describe('are looked for in all that is followed', () => {
    const WHOLE = { server: 'zotero', library: 'user' } as const;
    const COLLECTION = { ...WHOLE, collection: 'COLL0001' };
    const SEARCH = { ...WHOLE, search: 'SEARCH01' };
    const seen = (followed: FollowedLibrary, ...marks: string[]) => ({
      followed,
      snapshot: snapshotOf('library', PAPER, PDF, ...marks.map((key) => mark(key, {}))),
    });
    const among = async (...libraries: ReturnType<typeof seen>[]) => {
      const { annotations, areAll } = (await annotationsAmong(libraries, ['PAPER001'])).get('PAPER001')!;
      return [...annotations.map(({ id }) => id), ...(areAll ? ['all'] : [])].join(' ');
    };

    it('in the whole library first, wherever it stands', async () => {
      assert.equal(await among(seen(COLLECTION), seen(WHOLE, 'MARK0001')), 'MARK0001 all');
      assert.equal(await among(seen(SEARCH), seen(COLLECTION, 'MARK0001')), 'MARK0001 all');
    });

    it('and those that searches find are all that they find together, of which there may be more', async () => {
      const other = { ...SEARCH, search: 'SEARCH02' };
      assert.equal(await among(seen(SEARCH, 'MARK0001'), seen(other, 'MARK0002', 'MARK0001')), 'MARK0001 MARK0002');
    });
  });
});
