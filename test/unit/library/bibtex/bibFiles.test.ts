import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFiles, writeFiles } from '../../../../src/library/bibtex/bibFiles';
import { bibtexReader } from '../../../../src/library/formats/bibtex';
import { anyText } from '../papers';

describe('The BibTeX field file', () => {
  const cases: readonly (readonly [string, string, ReturnType<typeof parseFiles>])[] = [
    ['of JabRef', ':papers/Ito 2020.pdf:PDF', [{ path: 'papers/Ito 2020.pdf', type: 'PDF' }]],
    [
      'of JabRef, with several files and escapes',
      'The text\\: final:C\\:/me/a\\;b.pdf:PDF;:https\\://example.org/x.pdf:URL',
      [
        { title: 'The text: final', path: 'C:/me/a;b.pdf', type: 'PDF' },
        { path: 'https://example.org/x.pdf', type: 'URL' },
      ],
    ],
    [
      'of Zotero',
      'Full Text PDF:C\\:\\\\Users\\\\me\\\\Zotero\\\\storage\\\\AB12\\\\Ito.pdf:application/pdf;Snapshot:/home/me/Zotero/storage/X/i.html:text/html',
      [
        { title: 'Full Text PDF', path: 'C:\\Users\\me\\Zotero\\storage\\AB12\\Ito.pdf', type: 'application/pdf' },
        { title: 'Snapshot', path: '/home/me/Zotero/storage/X/i.html', type: 'text/html' },
      ],
    ],
    [
      'of Better BibTeX',
      '/Users/me/Zotero/storage/AB12/Ito.pdf;/Users/me/Zotero/storage/CD34/Ito.html',
      [{ path: '/Users/me/Zotero/storage/AB12/Ito.pdf' }, { path: '/Users/me/Zotero/storage/CD34/Ito.html' }],
    ],
    ['with a path of Windows as it is', 'C:\\Users\\me\\_x\\Ito.pdf', [{ path: 'C:\\Users\\me\\_x\\Ito.pdf' }]],
    [
      'with a path of Windows in parts',
      'PDF:D:\\me\\Ito.pdf:PDF',
      [{ title: 'PDF', path: 'D:\\me\\Ito.pdf', type: 'PDF' }],
    ],
    ['with a share', '\\\\server\\papers\\Ito.pdf', [{ path: '\\\\server\\papers\\Ito.pdf' }]],
    [
      'of Mendeley',
      ':C$\\backslash$:/Users/me/My{\\_}Papers/Ito.pdf:pdf;:home/me/Ito.pdf:pdf',
      [
        { path: 'C:/Users/me/My_Papers/Ito.pdf', type: 'pdf' },
        { path: '/home/me/Ito.pdf', type: 'pdf' },
      ],
    ],
    ['of Paperpile', 'All Papers/I/Ito 2020 - Soil.pdf', [{ path: 'All Papers/I/Ito 2020 - Soil.pdf' }]],
    ['with a type alone', 'papers/Ito.pdf:PDF', [{ path: 'papers/Ito.pdf', type: 'PDF' }]],
    ['with a title alone', 'My copy:papers/Ito.pdf', [{ title: 'My copy', path: 'papers/Ito.pdf' }]],
    ['with a link', 'http://example.org/a?b=1', [{ path: 'http://example.org/a?b=1' }]],
    ['with a link to a file', 'file:///home/me/a%20b.pdf', [{ path: '/home/me/a b.pdf' }]],
    ['with a link to a drive', 'file:///C:/me/a.pdf', [{ path: 'C:/me/a.pdf' }]],
    ['with a link to a share', 'file://server/me/a.pdf', [{ path: '//server/me/a.pdf' }]],
    ['broken over lines', ':papers/Ito\n  2020.pdf:PDF', [{ path: 'papers/Ito 2020.pdf', type: 'PDF' }]],
    ['that says nothing', ' ;::; ', []],
  ];
  for (const [name, source, files] of cases) {
    it(name, () => assert.deepEqual(parseFiles(source), files));
  }

  it('is part of the paper', () => {
    const { papers } = bibtexReader.read(
      '@article{a, title = {A}, file = {:a.pdf:PDF}}\n@article{b, title = {B}, file = {}}',
    );
    assert.deepEqual(papers.map(({ files }) => files), [[{ path: 'a.pdf', type: 'PDF' }], undefined]); // prettier-ignore
  });

  it('stays with its entry', () => {
    const { papers } = bibtexReader.read(
      '@inproceedings{a, title = {A}, crossref = {p}}\n@proceedings{p, title = {P}, file = {:p.pdf:PDF}}',
    );
    assert.equal(papers[0].files, undefined);
  });

  it('reads back what is written', () => {
    const part = anyText.map((text) => text.replace(/[\s{}]+|[\ud800-\udfff]/g, '').normalize('NFC'));
    const path = part.filter((text) => text !== '' && !/^(?:file|Users|home)|^[a-z]$|[$\\]|^[^/]*:/i.test(text));
    const file = fc.record({
      title: part.map((text) => `t ${text}`.replace(/[$\\]/g, '')),
      path,
      type: fc.constantFrom('PDF', 'text/html'),
    });
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 3 }), (files) => {
        assert.deepEqual(parseFiles(writeFiles(files)), files.map(({ title, ...more }) => ({ ...more, title: title.trim() }))); // prettier-ignore
      }),
    );
  });
});
