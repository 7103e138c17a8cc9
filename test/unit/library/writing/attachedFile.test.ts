import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../../../src/base/lineIndex';
import { applyEdits } from '../../../../src/base/textEdit';
import { readText } from '../../../../src/library/formats/readers';
import { Library } from '../../../../src/library/library';
import { attachedFile } from '../../../../src/library/writing/attachedFile';
import { changeSource } from '../../../../src/library/writing/changeSource';
import { isRefusal } from '../../../../src/library/writing/editRefusal';
import { anyCharacter } from '../../notes/anyText';
import { cases } from '../../support/cases';

const FORMATS = { bib: 'bibtex', json: 'csl-json', yaml: 'csl-yaml', ris: 'ris' } as const;

function entryOf(extension: string, text: string) {
  const library = new Library();
  library.setSource('x', readText(`x.${extension}`, text));
  return library.entries()[0];
}

/** The source once a PDF is attached to its first entry; undefined where it cannot state one. */
function attached(extension: keyof typeof FORMATS, text: string, path = 'pdfs/a.pdf'): string | undefined {
  const entry = entryOf(extension, text);
  const change = attachedFile(entry.record, { path, type: 'PDF' });
  if (!change) return undefined;
  const { line, character } = entry.source.range.start;
  const at = new LineIndex(text).lineStart(line) + character;
  const edits = changeSource(FORMATS[extension], text, { kind: 'setFields', at, fields: [change] });
  return isRefusal(edits) ? edits.code : applyEdits(text, edits);
}

const bib = (field = '') => `@article{a,\n  title = {T},${field === '' ? '' : `\n  file = ${field},`}\n}\n`;
const pathsIn = (extension: string, text: string) => entryOf(extension, text).files?.map(({ path }) => path);

describe('A PDF that is attached to an entry', () => {
  it('stands in BibTeX as JabRef writes it, in the style of the file', () => {
    assert.equal(attached('bib', bib()), bib('{:pdfs/a.pdf:PDF}'));
    assert.equal(
      attached('bib', '@Article{a,\n\tTitle = "T"\n}\n'),
      '@Article{a,\n\tTitle = "T",\n\tFile = ":pdfs/a.pdf:PDF"\n}\n',
    );
  });

  it('stands behind the files that are there already, which stay byte for byte', () => {
    for (const [stated, paths] of [
      ['{:b.pdf:PDF}', ['b.pdf']],
      ['{Full Text:C\\:/x y/b.pdf:application/pdf;:c.html:URL}', ['C:/x y/b.pdf', 'c.html']],
      ['{/home/me/b.pdf}', ['/home/me/b.pdf']],
      ['"b.pdf;c.pdf"', ['b.pdf', 'c.pdf']],
      ['{:b.pdf:PDF;}', ['b.pdf']],
    ] as const) {
      const text = attached('bib', bib(stated))!;
      assert.equal(text.replace(';:pdfs/a.pdf:PDF', '').replace(';}', '}'), bib(stated.replace(';}', '}')));
      assert.deepEqual(pathsIn('bib', text), [...paths, 'pdfs/a.pdf']);
    }
  });

  it('is refused where what stands there cannot be taken on', () => {
    assert.equal(attached('bib', `@string{f = "b.pdf"}\n${bib('f')}`), undefined);
    assert.equal(attached('bib', bib('{C:\\papers\\b.pdf}'), 'odd;name.pdf'), undefined);
  });

  it('is another line of RIS', () => {
    const ris = (...links: string[]) =>
      `TY  - JOUR\r\nID  - a\r\nTI  - T\r\n${links.map((link) => `L1  - ${link}\r\n`).join('')}ER  - \r\n`;
    assert.equal(attached('ris', ris()), ris('pdfs/a.pdf'));
    assert.equal(attached('ris', ris('b.pdf')), ris('b.pdf', 'pdfs/a.pdf'));
  });

  it('has a place in CSL only where a program made one', () => {
    const json = (file?: string) => JSON.stringify([{ id: 'a', title: 'T', file }]);
    assert.equal(attached('json', json()), undefined);
    assert.equal(attached('json', json('b.pdf')), json('b.pdf;:pdfs/a.pdf:PDF'));
    assert.equal(attached('yaml', 'references:\n- id: a\n  title: T\n'), undefined);
    assert.equal(attachedFile({ format: 'text-list' }, { path: 'a.pdf' }), undefined);
  });

  it('is stated in NFC, as it will be read, also where a folder of macOS is not', () => {
    assert.equal(attached('bib', bib(), 'Bu\u0308cher/a.pdf'), bib('{:B\u00fccher/a.pdf:PDF}'));
  });

  it('is read again as what it is, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (name) => {
        const path = `pdfs/${name.normalize('NFC').replace(/[{};\p{Cc}\p{Cs}\p{Z}\\]/gu, '_')}.pdf`;
        const text = attached('bib', bib('{:b.pdf:PDF}'), path);
        assert.deepEqual(text === undefined ? text : pathsIn('bib', text), ['b.pdf', path]);
      }),
      { numRuns: cases(50) },
    );
  });
});
