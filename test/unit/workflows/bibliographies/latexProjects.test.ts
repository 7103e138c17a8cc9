import assert from 'node:assert/strict';
import { BIB, bibliographyOf, has, hasNone, type Texts } from './projectTexts';

describe('The bibliography of a document in an odd project of LaTeX', () => {
  const part = (main: string, taken: string, more: Texts = {}) => ({
    ...BIB,
    'main.tex': `\\documentclass{book}\n${main}\n\\addbibresource{refs.bib}`,
    [taken]: '\\cite{a}',
    ...more,
  });

  has(
    'lists over several lines, with comments',
    'a.tex',
    { ...BIB, 'a.tex': '\\bibliography{%\n  refs,% one\n  more\n}' },
    'refs.bib',
    'more.bib',
  );
  has('TeX’s own way to take in a file', 'ch/one.tex', part('\\input ch/one\n', 'ch/one.tex'), 'refs.bib');
  has('TeX’s own way with an extension', 'ch/one.tex', part('\\input ch/one.tex\\relax', 'ch/one.tex'), 'refs.bib');
  has('quotes around a name with blanks', 'my ch/one.tex', part('\\input{"my ch/one"}', 'my ch/one.tex'), 'refs.bib');
  has('separators as Windows has them', 'ch/one.tex', part('\\input{ch\\one}', 'ch/one.tex'), 'refs.bib');
  has(
    'separators as Windows has them in magic comments',
    'ch/one.tex',
    { ...part('', 'x.tex'), 'ch/one.tex': '% !TeX root = ..\\main.tex\r\n\\cite{a}' },
    'refs.bib',
  );
  has(
    'a magic comment of TeXworks behind others',
    'ch/one.tex',
    { ...part('', 'x.tex'), 'ch/one.tex': '% !TeX encoding = UTF-8\n%!TEX  root=../main.tex\n\\cite{a}' },
    'refs.bib',
  );
  has('`subfix` around a taken file', 'ch/one.tex', part('\\input{\\subfix{ch/one}}', 'ch/one.tex'), 'refs.bib');
  has(
    'a subfile of a subfile',
    'ch/sec/deep.tex',
    part('\\subfile{ch/one}', 'x.tex', {
      'ch/one.tex': '\\documentclass[../main]{subfiles}\\subfile{sec/deep}',
      'ch/sec/deep.tex': '\\documentclass[../one.tex]{subfiles}',
    }),
    'refs.bib',
  );
  has(
    'imports from their folders',
    'ch/sec/deep.tex',
    part('\\import{ch/}{one}', 'x.tex', { 'ch/one.tex': '\\subimport{sec/}{deep}', 'ch/sec/deep.tex': '' }),
    'refs.bib',
  );
  has(
    'files that are taken in where they are there',
    'ch/one.tex',
    part('\\InputIfFileExists{ch/one.tex}{}{}', 'ch/one.tex'),
    'refs.bib',
  );
  has('standalone pictures', 'pic/one.tex', part('\\includestandalone[mode=tex]{pic/one}', 'pic/one.tex'), 'refs.bib');
  has(
    'bibliographies of sections',
    'a.tex',
    { ...BIB, 'a.tex': '\\begin{refsection}[refs.bib]\\end{refsection}\\newrefsection[more.bib]' },
    'refs.bib',
    'more.bib',
  );
  has(
    'those of multibib',
    'a.tex',
    {
      ...BIB,
      'a.tex': '\\newcites{own}{Own}\\bibliography{refs}\\bibliographystyleown{plain}\\bibliographyown{more}',
    },
    'refs.bib',
    'more.bib',
  );
  has(
    'those of bibunits',
    'a.tex',
    { ...BIB, 'a.tex': '\\defaultbibliography{refs}\\putbib[more]' },
    'refs.bib',
    'more.bib',
  );
  has('names with dots', 'a.tex', { 'v1.2.bib': '', 'a.tex': '\\bibliography{v1.2}' }, 'v1.2.bib');
  has('names with blanks', 'a.tex', { ...BIB, 'a.tex': '\\addbibresource{my refs.bib}' }, 'my refs.bib');
  has('names with quotes', 'a.tex', { ...BIB, 'a.tex': '\\bibliography{"my refs"}' }, 'my refs.bib');
  has(
    'options over several lines',
    'a.tex',
    { ...BIB, 'a.tex': '\\addbibresource[\n  label=a,\n  datatype=bibtex\n]{refs.bib}' },
    'refs.bib',
  );
  has(
    'space between',
    'a.tex',
    { ...BIB, 'a.tex': '\\addbibresource {refs.bib}\\bibliography {more}' },
    'refs.bib',
    'more.bib',
  );
  hasNone('what is commented out, defined or shown', 'a.tex', {
    ...BIB,
    'a.tex':
      '%\\bibliography{refs}\n\\verb|\\bibliography{refs}|\\iffalse\\bibliography{more}\\fi\\bibliographystyle{plain}',
  });
  has(
    'a folder above that is taken from',
    'paper/ch/one.tex',
    {
      ...BIB,
      'paper/main.tex': '\\input{../shared/pre}\\input{ch/one}',
      'shared/pre.tex': '\\addbibresource{../refs.bib}',
      'paper/ch/one.tex': '',
    },
    'refs.bib',
  );

  it('is not known where only TeX knows it', async () => {
    const text = '\\addbibresource{\\jobname.bib}\\newcommand{\\b}[1]{\\bibliography{#1}}\\bibliography{\\bib}';
    assert.equal(await bibliographyOf('a.tex', { ...BIB, 'a.tex': text }), undefined);
  });

  it('is found whatever the case of names where that does not matter, and however accents are made', async () => {
    const found = async (main: string, path: string, list: string) =>
      (
        await bibliographyOf(
          path,
          { [list]: '', 'main.tex': main, [path]: '' },
          (workspace) => (workspace.isCaseInsensitive = true),
        )
      )?.sources;
    assert.deepEqual(await found('\\input{Ch/One}\\bibliography{Refs}', 'ch/one.tex', 'refs.bib'), ['refs.bib']);
    const [composed, apart] = ['\u00e9tude', 'e\u0301tude'];
    assert.deepEqual(await found(`\\input{${composed}}\\bibliography{r${composed}}`, `${apart}.tex`, `r${apart}.bib`), [
      `r${apart}.bib`,
    ]);
  });
});
