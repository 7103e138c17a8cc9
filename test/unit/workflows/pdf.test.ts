import assert from 'node:assert/strict';
import { pdfFileName, pdfNames } from '../../../src/workflows/pdf/pdfFileName';
import { listedPath, pdfFolder, type PdfFolder } from '../../../src/workflows/pdf/pdfFolder';
import { paper } from '../notes/paper';

describe('The file name of a PDF', () => {
  const name = (template: string, title = 'On Maps') => pdfFileName(template, paper({ title })).segments.join('/');

  it('comes from the template, and ends in .pdf once', () => {
    assert.equal(name('{{ citekey }}'), 'vaswani2017attention.pdf');
    assert.equal(name('{{ year }}/{{ title }}.PDF'), '2017/On Maps.pdf');
  });

  it('is one that every file system and BibTeX take, whatever the title is', () => {
    assert.equal(name('{{ title }}', '../../etc/passwd'), '___.._etc_passwd.pdf');
    assert.equal(name('{{ title }}', 'a\u0000b\n\u202ec'), 'a_b__c.pdf');
    assert.equal(name('{{ title }}', 'CON'), 'CON_.pdf');
    assert.equal(name('{{ title }}', 'lpt1.x'), 'lpt1_.x.pdf');
    assert.equal(name('{{ title }}', 'C:\\x{y}; z'), 'C__x_y__ z.pdf');
    assert.ok(Buffer.byteLength(name('{{ title }}', '😀'.repeat(200))) <= 120);
    assert.equal(name('{{ title }}', ''), 'vaswani2017attention.pdf');
  });

  it('says what is wrong with its template', () => {
    assert.ok(pdfFileName('{{ citekey', paper()).problem);
  });

  it('gets a number where others have it', () => {
    const names = [...pdfNames(['2017', 'a.pdf'])].map((segments) => segments.join('/'));
    assert.deepEqual(names.slice(0, 3), ['2017/a.pdf', '2017/a-2.pdf', '2017/a-3.pdf']);
    assert.equal(names.length, 100);
  });
});

describe('The folder for PDFs', () => {
  const at = (path: string, isOwn: boolean, list = 'file:///w/refs/a.bib', folder: string | undefined = 'file:///w') =>
    pdfFolder({ path, isOwn }, { list, folder, home: '/home/me', absolute: (each) => `file://${each}` });
  const uri = (place: PdfFolder) => ('uri' in place ? place.uri : place.kind);

  it('lies in the workspace folder, or beside a list that is in none', () => {
    assert.equal(uri(at('pdfs', false)), 'file:///w/pdfs');
    assert.equal(uri(at('a/b c', true)), 'file:///w/a/b%20c');
    assert.equal(uri(at('', false)), 'file:///w');
    assert.equal(
      uri(pdfFolder({ path: 'pdfs', isOwn: true }, { list: 'file:///x/a.bib', absolute: () => '' })),
      'file:///x/pdfs',
    );
  });

  it('lies elsewhere only where the user’s own settings say so', () => {
    for (const path of ['/tmp/x', '~/papers', '~', 'C:/x', '\\\\host\\x', '//host/x', 'C:\\x'])
      assert.equal(uri(at(path, false)), 'outside', path);
    assert.equal(uri(at('~/papers', true)), 'file:///home/me/papers');
    assert.equal(uri(at('/tmp/x', true)), 'file:///tmp/x');
  });

  it('never leads out of the workspace folder by dots, whoever says so', () => {
    for (const path of ['..', '../x', 'a/../../x', 'a/..', '..\\x']) {
      assert.equal(uri(at(path, false)), 'outside', path);
      assert.equal(uri(at(path, true)), 'outside', path);
    }
  });

  it('is not there in a browser where it is a path of a machine', () => {
    const surroundings = { list: 'vscode-vfs://x/w/a.bib', folder: 'vscode-vfs://x/w', absolute: () => undefined };
    assert.equal(uri(pdfFolder({ path: '/tmp', isOwn: true }, surroundings)), 'unreachable');
    assert.equal(uri(pdfFolder({ path: '~/x', isOwn: true }, surroundings)), 'unreachable');
    assert.equal(uri(pdfFolder({ path: 'pdfs', isOwn: true }, surroundings)), 'vscode-vfs://x/w/pdfs');
  });

  it('is stated from the list, or as a whole path where the two are apart', () => {
    const path = (list: string, file: string, folder?: string) => listedPath(list, file, folder, '/whole/path');
    assert.equal(path('file:///w/a.bib', 'file:///w/pdfs/x%20y.pdf', 'file:///w'), 'pdfs/x y.pdf');
    assert.equal(path('file:///w/refs/deep/a.bib', 'file:///w/pdfs/x.pdf', 'file:///w'), '../../pdfs/x.pdf');
    assert.equal(path('file:///w/refs/a.bib', 'file:///w/refs/x.pdf', 'file:///w'), 'x.pdf');
    assert.equal(path('file:///w/a.bib', 'file:///home/x.pdf', 'file:///w'), '/whole/path');
    assert.equal(path('file:///x/a.bib', 'file:///home/x.pdf'), '/whole/path');
    assert.equal(listedPath('file:///w/a.bib', 'file:///c%3A/x.pdf', 'file:///w', 'c:\\x.pdf'), 'c:/x.pdf');
  });
});
