import assert from 'node:assert/strict';
import { DocumentParts } from '../../../../src/workflows/bibliographies/documentParts';
import { relativePath } from '../../../../src/workspace/uri';
import { MemoryWorkspace, ROOT } from '../../support/memoryWorkspace';

const FILES = {
  'main.tex':
    '\\documentclass[a4paper]{own}\n\\usepackage{amsmath, ours}\n\\newcommand{\\ct}[1]{\\citet{#1}}\n\\input{ch/one}',
  'ch/one.tex': '\\ct{a}\\classcite{b}\\pkgcite{c}\n\\newcommand{\\chaptercite}[1]{\\cite{#1}}',
  'own.cls': '\\newcommand{\\classcite}[1]{\\citep{#1}}',
  'sty/ours.sty': '\\RequirePackage{more}',
  'ours.sty': '\\RequirePackage{more} % \\newcommand{\\no}[1]{\\cite{#1}}',
  'more.sty': '\\let\\pkgcite\\textcite',
  'other.tex': '\\ct{a}',
};

async function commandsIn(workspace: MemoryWorkspace, named: (uri: string) => readonly string[] = () => []) {
  const parts = new DocumentParts(workspace);
  const commands = await parts.commands(named);
  return Object.fromEntries([...commands].map(([uri, names]) => [relativePath(ROOT, uri)!, names]));
}

describe('The commands that LaTeX documents define to cite', () => {
  it('hold for all files of the document: of its preamble, its parts, its packages and its class', async () => {
    assert.deepEqual(await commandsIn(new MemoryWorkspace(FILES)), {
      'main.tex': ['chaptercite=cite', 'classcite=citep', 'pkgcite=textcite'],
      'ch/one.tex': ['classcite=citep', 'ct=citet', 'pkgcite=textcite'],
      'own.cls': ['chaptercite=cite', 'ct=citet', 'pkgcite=textcite'],
      'ours.sty': ['chaptercite=cite', 'classcite=citep', 'ct=citet', 'pkgcite=textcite'],
      'sty/ours.sty': ['pkgcite=textcite'],
      'more.sty': ['chaptercite=cite', 'classcite=citep', 'ct=citet'],
    });
  });

  it('are not those of another document that shares a package', async () => {
    const commands = await commandsIn(
      new MemoryWorkspace({
        'a.tex': '\\usepackage{ours}\\newcommand{\\ca}[1]{\\cite{#1}}',
        'b.tex': '\\usepackage{ours}\\newcommand{\\cb}[1]{\\cite{#1}}',
        'ours.sty': '\\newcommand{\\co}[1]{\\cite{#1}}',
      }),
    );
    assert.deepEqual([commands['a.tex'], commands['b.tex']], [['co=cite'], ['co=cite']]);
  });

  it('are those of the main file and its preamble for a part that names it by a magic comment, or is a subfile', async () => {
    const commands = await commandsIn(
      new MemoryWorkspace({
        'main.tex': '\\documentclass{article}\\input{preamble}',
        'preamble.tex': '\\NewDocumentCommand{\\ct}{O{} m}{\\cite[#1]{#2}}',
        'ch/one.tex': '% !TeX root = ../main.tex\n\\ct{a}',
        'ch/two.tex': '\\documentclass[../main]{subfiles}\\begin{document}\\ct{a}\\end{document}',
      }),
    );
    assert.deepEqual([commands['ch/one.tex'], commands['ch/two.tex']], [['ct=cite'], ['ct=cite']]);
  });

  it('can stand on those of other files, and on one another', async () => {
    const commands = await commandsIn(
      new MemoryWorkspace({
        'main.tex': '\\usepackage{base}\\newcommand{\\outer}[1]{(\\inner{#1})}\\input{one}',
        'base.sty': '\\let\\inner\\deepest\n\\input{two}',
        'two.tex': '\\DeclareCiteCommand{\\deepest}[\\mkbibfootnote]{}{}{}{}',
        'one.tex': '\\outer{a}',
      }),
    );
    assert.deepEqual(commands['one.tex'], ['deepest=footcite', 'inner=footcite', 'outer=footcite']);
    assert.deepEqual(commands['main.tex'], commands['one.tex']);
  });

  it('can stand on those that the user names where the file lies', async () => {
    const workspace = new MemoryWorkspace({
      'a/main.tex': '\\input{pre}\\newcommand{\\ours}[1]{\\mine{#1}}\\input{one}',
      'a/pre.tex': '\\let\\also\\ours',
      'a/one.tex': '\\also{a}',
      'b/main.tex': '\\newcommand{\\ours}[1]{\\mine{#1}}\\input{one}',
      'b/one.tex': '\\ours{a}',
    });
    const commands = await commandsIn(workspace, (uri) => (uri.startsWith(`${ROOT}/a/`) ? ['\\mine'] : []));
    assert.deepEqual(commands, {
      'a/main.tex': ['also=mine'],
      'a/pre.tex': ['also=mine', 'ours=mine'],
      'a/one.tex': ['also=mine', 'ours=mine'],
    });
  });

  it('are found where files take in one another', async () => {
    const commands = await commandsIn(
      new MemoryWorkspace({
        'a.tex': '\\input{b}\\newcommand{\\ca}[1]{\\cite{#1}}',
        'b.tex': '\\input{a}\\newcommand{\\cb}[1]{\\cite{#1}}',
      }),
    );
    assert.deepEqual(commands, { 'a.tex': ['cb=cite'], 'b.tex': ['ca=cite'] });
  });

  it('follow what is typed', async () => {
    const workspace = new MemoryWorkspace(FILES);
    const parts = new DocumentParts(workspace);
    await parts.commands(() => []);
    workspace.type('own.cls', '');
    await workspace.clock.pass(500);
    const one = (await parts.commands(() => [])).get(workspace.uri('ch/one.tex'));
    assert.deepEqual(one, ['ct=citet', 'pkgcite=textcite']);
  });
});
