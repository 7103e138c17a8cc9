import assert from 'node:assert/strict';
import { readLibrary } from '../../cases';

const first = (fileName: string, text: string) => readLibrary(fileName, text).entries[0];
const bib = (fields: string, type = 'misc') => first('x.bib', `@${type}{k, title = {T}, ${fields}}`);

describe('Identifiers and links', () => {
  for (const [fields, arxiv] of [
    ['eprint = {9901001}, primaryClass = {hep-th}, archivePrefix = {arXiv}', 'hep-th/9901001'],
    ['eprint = {0501001}, eprintclass = {cs.CL}, eprinttype = {arxiv}', 'cs/0501001'],
    ['eid = {arXiv:1409.0473}', '1409.0473'],
    ['pages = {arXiv:1409.0473}', '1409.0473'],
    ['journal = {arXiv preprint}, eid = {1409.0473}', '1409.0473'],
    ['publisher = {arXiv}, number = {1409.0473}', '1409.0473'],
    ['arxivId = {1409.0473}', '1409.0473'],
    ['eid = {1409.0473}, journal = {J}', undefined],
    ['eprint = {1234567}, eprinttype = {jstor}, primaryClass = {hep-th}', undefined],
  ]) {
    it(`${fields}: ${arxiv}`, () => assert.equal(bib(fields!).entry.arxiv, arxiv));
  }
  for (const [fields, url] of [
    ['url = {http://a.example/$\\sim$x}', 'http://a.example/~x'],
    ['url = {http://a.example/{\\raise.17ex\\hbox{$\\scriptstyle\\sim$}}x}', 'http://a.example/~x'],
    ['url = {http://a.example/long/\n   path}', 'http://a.example/long/path'],
    ['url = {https://a.example/x, https://b.example}', 'https://a.example/x'],
    ['bdsk-url-1 = {http://a.example/~x}', 'http://a.example/~x'],
    ['ee = {https://a.example}', 'https://a.example'],
    ['eprint = {123}, eprinttype = {jstor}', 'https://www.jstor.org/stable/123'],
    ['eprint = {10419/12}, eprinttype = {hdl}', 'https://hdl.handle.net/10419/12'],
  ]) {
    it(`${fields}`, () => assert.equal(bib(fields).csl.URL, url));
  }
  it('keep their tildes in texts', () => {
    assert.equal(bib('note = {See \\url{http://a.example/~x_y}.}').csl.note, 'See http://a.example/~x_y.');
    assert.equal(bib('note = {See http://a.example/~x and~so}').csl.note, 'See http://a.example/~x and so');
  });
});

describe('Languages', () => {
  for (const [fields, tag] of [
    ['langid = {english}, langidopts = {variant=british}', 'en-GB'],
    ['langid = {english}, langidopts = {variant=uk}', 'en-GB'],
    ['langid = {german}, langidopts = {variant = {swiss}, spelling=new}', 'de-CH'],
    ['langid = {portuguese}, langidopts = {variant=brazilian}', 'pt-BR'],
    ['langid = {german}, langidopts = {spelling=old}', 'de-DE'],
    ['langid = {german}, langidopts = {variant=british}', 'de-DE'],
  ]) {
    it(fields, () => assert.equal(bib(fields).csl.language, tag));
  }
});
