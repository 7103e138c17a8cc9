import assert from 'node:assert/strict';
import { SYNTAXES, type SyntaxId } from '../../../src/citations/syntaxes';

describe('The bibliography files that a document names', () => {
  const paths = (syntax: SyntaxId, text: string, ...expected: string[]) =>
    it(`${syntax}: ${text.replaceAll('\n', '↵')}`, () =>
      assert.deepEqual(SYNTAXES[syntax].bibliography.paths(text), expected));

  paths('pandoc', '---\nbibliography: refs.bib\n---\n', 'refs.bib');
  paths('pandoc', '---\nbibliography: refs.bib # mine\n---\n', 'refs.bib');
  paths('pandoc', '---\nbibliography: "~/Zotero/my refs.bib" \ntitle: X\n---\n', '~/Zotero/my refs.bib');
  paths('pandoc', '---\nbibliography: [a.bib, "b/c.json"]\n---\n', 'a.bib', 'b/c.json');
  paths('pandoc', '---\nbibliography:\n  - a.bib\n  - ../b.yaml\n---\n', 'a.bib', '../b.yaml');
  paths('pandoc', 'bibliography: refs.bib');
  paths('latex', '\\bibliography{refs,../more}', 'refs.bib', '../more.bib');
  paths('latex', '\\addbibresource[glob]{C:\\lib\\refs.bib}', 'C:\\lib\\refs.bib');
  paths('latex', '\\addbibresource{\\subfix{refs.bib}}', 'refs.bib');
  paths('latex', '% \\bibliography{old}\n100\\% \\bibliography{new}', 'new.bib');
  paths('typst', '#bibliography(("a.bib", "b.yml"), style: "apa")', 'a.bib', 'b.yml');
  paths('typst', '#show: paper.with(\n  bibliography: bibliography(\n    "refs.bib",\n  ),\n)', 'refs.bib');
  paths('typst', '#bibliography(read("a (1).bib"), full: true)', 'a (1).bib');
  paths('typst', '/* #bibliography("old.bib") */ `#bibliography("raw.bib")` #bibliography("new.bib")', 'new.bib');
  paths('typst', '// #bibliography("old.bib")');
  paths('org', '#+bibliography: refs.bib', 'refs.bib');
  paths('rst', '.. bibliography:: refs.bib', 'refs.bib');
  paths(
    'rst',
    '.. only:: html\n\n   .. bibliography:: a.bib\n      :all:\n\n   .. footbibliography:: b.bib\n',
    'a.bib',
    'b.bib',
  );
  paths('rst', '.. Not now:\n   .. bibliography:: a.bib\n\n.. code-block:: rst\n\n   .. bibliography:: b.bib\n');
  paths('rst', 'So::\n\n   .. bibliography:: a.bib\n\n- One\n\n  .. bibliography:: b.bib\n', 'b.bib');
  paths('asciidoc', ':bibtex-file: refs.bib', 'refs.bib');
  paths('org', 'Nothing');
  // What is shown as code, or is in comments, names none.
  paths('pandoc', '---\nbibliography: a.bib\n---\n\n```yaml\n\n---\nbibliography: b.bib\n---\n```\n', 'a.bib');
  paths('pandoc', 'Text\n\n<!--\n\n---\nbibliography: b.bib\n---\n-->\n\n---\nbibliography: c.bib\n---\n', 'c.bib');
  paths(
    'latex',
    '\\begin{verbatim}\n\\bibliography{b}\n\\end{verbatim}\\iffalse\\bibliography{c}\\fi\\bibliography{a}',
    'a.bib',
  );
  paths('latex', '\\verb|\\bibliography{b}| \\begin{comment}\n\\addbibresource{c.bib}\n\\end{comment}');
  paths('org', '#+begin_src org\n#+bibliography: b.bib\n#+end_src\n#+bibliography: a.bib', 'a.bib');
  paths('org', '* COMMENT Old\n#+bibliography: b.bib');
  paths('asciidoc', '----\n:bibtex-file: b.bib\n----\n// :bibtex-file: c.bib\n:bibtex-file: a.bib', 'a.bib');
  paths('typst', '```\n#bibliography("b.bib")\n```');
});

describe('A document that names a bibliography', () => {
  const isNamed = (syntax: SyntaxId, text: string, expected: boolean) =>
    it(`${syntax}: ${text.replaceAll('\n', '↵')}`, () =>
      assert.equal(SYNTAXES[syntax].bibliography.isNamed(text), expected));

  isNamed('latex', '\\begin{thebibliography}{1}', true);
  isNamed('latex', '% \\bibliography{a}\n\\verb|\\addbibresource{a.bib}|', false);
  isNamed('org', '#+cite_export: csl', true);
  isNamed('org', '#+begin_example\n#+cite_export: csl\n#+end_example', false);
  isNamed('asciidoc', 'bibliography::[]', true);
  isNamed('asciidoc', '----\nbibliography::[]\n----', false);
  isNamed('pandoc', '---\nreferences: []\n---\n', true);
  isNamed('pandoc', '~~~\n\n---\nreferences: []\n---\n~~~', false);
});

describe('A document that lists all of its bibliography', () => {
  const says = (syntax: SyntaxId, text: string, expected: boolean) =>
    it(`${syntax}: ${text.replaceAll('\n', '↵').slice(0, 80)}`, () =>
      assert.equal(SYNTAXES[syntax].bibliography.listsAll?.(text) ?? false, expected));

  says('latex', '\\nocite{*}', true);
  says('latex', '\\nocite{a}', false);
  says('latex', '% \\nocite{*}', false);
  says('latex', '\\begin{verbatim}\\nocite{*}\\end{verbatim}', false);
  says('latex', '\\nocite{a,% b\n*}', true);
  says('pandoc', '```\n\n---\nnocite: "@*"\n---\n```', false);
  says('org', ': [cite/n:@*]', false);
  says('latex', '\\nocite{a, *}', true);
  says('latex', '\\nocite{\n  *,\n  a}', true);
  says('latex', '\\nocite{a*}', false);
  says('pandoc', "---\nnocite: '@*'\n---\n", true);
  says('pandoc', '---\nnocite: |\n  @a, @*\n---\n', true);
  says('pandoc', `---\nnocite: |\n${'  @a,\n'.repeat(1000)}  @*\n---\n`, true);
  says('pandoc', '---\nnocite: "@a"\nfooter: "@*"\n---\n', false);
  says('pandoc', '---\nnocite: "@a"\n---\nBold@**x**\n', false);
  says('typst', '#bibliography("refs.bib", full: true)', true);
  says('typst', '#bibliography(("a.bib", "b.yml"), full: true)', true);
  says('typst', '#bibliography("refs.bib", title: [Works (cited)], full: true)', true);
  says('typst', '#bibliography("refs.bib") // full: true)', false);
  says('typst', '#bibliography("refs.bib", full: false)', false);
  says('org', '[cite/nocite:@*]', true);
  says('org', '[cite/n:@a; @*]', true);
  says('org', '[cite/n:@a] @*', false);
  says('rst', '.. bibliography::\n   :style: plain\n   :all:\n', true);
  says('rst', '.. bibliography::\n   :cited:\n', false);
  says('rst', '.. only:: html\n\n   .. bibliography::\n      :all:\n', true);
  says('rst', '.. code::\n\n   .. bibliography::\n      :all:\n', false);
  says('rst', '.. footbibliography::\n   :all:\n', false);
  says('jekyll', '{% bibliography %}', true);
  says('jekyll', '{% bibliography --cited %}', false);
});

describe('The files that a document is put together of', () => {
  const taken = (syntax: SyntaxId, text: string, ...expected: string[]) =>
    it(`${syntax}: ${text.replaceAll('\n', '↵')}`, () =>
      assert.deepEqual(SYNTAXES[syntax].parts?.taken(text), expected));
  const whole = (text: string, expected: string | undefined) =>
    it(`latex: ${text.replaceAll('\n', '↵')} → ${expected}`, () =>
      assert.equal(SYNTAXES.latex.parts?.whole?.(text), expected));

  taken('latex', '\\input{intro}\\include{ch/a}\\subfile{b.tex}', 'intro.tex', 'ch/a.tex', 'b.tex');
  taken('latex', '\\import{sections/}{a}\\subimport*{b}{c.tex}', 'sections//a.tex', 'b/c.tex');
  taken('latex', '% \\input{old}');
  taken('latex', '\\begin{verbatim}\\input{a}\\end{verbatim}\\import{a}{b} % \\import{c}{d}', 'a/b.tex');
  taken('org', '#+begin_src org\n#+include: a.org\n#+end_src');
  taken('asciidoc', '----\ninclude::a.adoc[]\n----\n\ninclude::b.adoc[]', 'b.adoc');
  taken('typst', '// #include "a.typ"\n`#include "b.typ"`\n#include "c.typ"', 'c.typ');
  taken('typst', '#include "ch/a.typ"\n#import "@preview/x:1.0.0": y\n#import "t.typ": *', 'ch/a.typ', 't.typ');
  taken('org', '#+INCLUDE: "a.org" :lines "1-3"\n#+include: b.org\n#+include: "c.el" src', 'a.org', 'b.org');
  taken('asciidoc', 'include::ch/a.adoc[leveloffset=+1]\ninclude::b.rb[]', 'ch/a.adoc');
  whole('% !TEX root = ../main.tex\r\nText', '../main.tex');
  whole('%!TeX root=main\n', 'main.tex');
  whole('\\documentclass[../main]{subfiles}', '../main.tex');
  whole('\\documentclass[a4paper]{article}', undefined);
  whole('% \\documentclass[../main]{subfiles}', undefined);
});
