import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CitationIndex } from '../../../../src/citations/index/citationIndex';
import { knownSyntax } from '../../../../src/citations/syntaxes';
import { fileNameOf } from '../../../../src/workspace/uri';
import { MemoryWorkspace } from '../../support/memoryWorkspace';

const SEVEN = {
  'a.md': '# Start\n\nOne thing. As @doe1999 [p. 3] says. Then [@doe1999; @roe2001].\n',
  'b.tex': '\\section{Middle}\nSee \\textcite[12]{doe1999}.\n% \\cite{doe1999}\n\\nocite{*}\n',
  'c.typ': '= End\nSee @doe1999. And #cite(<roe2001>).\n#bibliography("a.bib", full: true)\n',
  'd.org': '* Org\nSee [cite:@doe1999].\n[cite/n:@*]\n',
  'e.rst': 'Title\n=====\n\nSee :cite:p:`doe1999`.\n',
  'f.adoc': '= Doc\n\nSee cite:[doe1999].\n',
  'g.mmd': 'See [p. 3][#doe1999].\n',
};

function indexOf(workspace: MemoryWorkspace): CitationIndex {
  return new CitationIndex({ syntaxOf: (uri, text) => knownSyntax('', fileNameOf(uri), () => text) }, workspace);
}

async function placesOf(index: CitationIndex, key: string): Promise<string[]> {
  const places = await index.placesOf([key]);
  return places.map(({ uri, range }) => `${fileNameOf(uri)}:${range.start.line + 1}:${range.start.character + 1}`);
}

describe('Who cites what', () => {
  it('is known of all files of all syntaxes', async () => {
    const index = indexOf(new MemoryWorkspace(SEVEN));
    assert.deepEqual(await placesOf(index, 'doe1999'), [
      'a.md:3:16',
      'a.md:3:44',
      'b.tex:2:19',
      'c.typ:2:6',
      'd.org:2:12',
      'e.rst:4:14',
      'f.adoc:3:11',
      'g.mmd:1:13',
    ]);
    assert.deepEqual(await placesOf(index, 'roe2001'), ['a.md:3:54', 'c.typ:2:26']);
    assert.deepEqual(await placesOf(index, '*'), []);
  });

  it('is read once by the rules that are found out before, and anew where those are others', async () => {
    const workspace = new MemoryWorkspace({ 'a.tex': '\\ct{doe1999}\\cu{roe2001}', 'b.tex': '\\ct{doe1999}' });
    let commands: string[] = [];
    const documents = {
      syntaxOf: (uri: string, text: string) => knownSyntax('', fileNameOf(uri), () => text)?.withCommands?.(commands),
      rulesFor: () => commands.join(),
      prepare: () => Promise.resolve(void (commands = ['ct'])),
    };
    const index = new CitationIndex(documents, workspace);
    assert.deepEqual(await placesOf(index, 'doe1999'), ['a.tex:1:5', 'b.tex:1:5']);
    assert.equal(workspace.takeReads().length, 2);
    commands = ['cu'];
    await index.readAnew([workspace.uri('a.tex'), workspace.uri('own.sty')]);
    assert.deepEqual(workspace.takeReads(), ['read a.tex']);
    assert.deepEqual(await placesOf(index, 'doe1999'), ['b.tex:1:5']);
    assert.deepEqual(await placesOf(index, 'roe2001'), ['a.tex:1:17']);
  });

  it('comes with the sentence, the heading and the locator', async () => {
    const index = indexOf(new MemoryWorkspace(SEVEN));
    const [first] = await index.placesOf(['doe1999']);
    assert.equal(first.sentence, 'As @doe1999 [p. 3] says.');
    assert.equal(first.heading, 'Start');
    assert.equal(first.locator, 'p. 3');
    const [inTex] = (await index.placesOf(['doe1999'])).filter(({ uri }) => uri.endsWith('.tex'));
    assert.equal(inTex.heading, 'Middle');
    assert.equal(inTex.sentence, 'See \\textcite[12]{doe1999}.');
  });

  it('comes without the comments between the words of its sentence', async () => {
    const files = {
      'a.tex': 'One 5\\% more. % See Doe\n% (1999).\nAs \\cite{doe1999} % who?\nsays.\n',
      'b.typ': 'See https://x.org. // Why?\nAs @doe1999 // who\nsays.\n',
      'c.adoc': 'One.\n// Who\nAs cite:[doe1999] says.\n',
    };
    const places = await indexOf(new MemoryWorkspace(files)).placesOf(['doe1999']);
    assert.deepEqual(
      places.map(({ sentence }) => sentence),
      ['As \\cite{doe1999} says.', 'As @doe1999 says.', 'As cite:[doe1999] says.'],
    );
  });

  it('follows what is typed, saved, renamed and deleted', async () => {
    const workspace = new MemoryWorkspace({ 'a.md': 'See @a1.\n', 'b.md': 'See @a1.\n' });
    const index = indexOf(workspace);
    assert.deepEqual(await placesOf(index, 'a1'), ['a.md:1:6', 'b.md:1:6']);
    workspace.type('a.md', 'Now see @b2.\n');
    await workspace.clock.pass(200);
    assert.deepEqual(await placesOf(index, 'a1'), ['b.md:1:6']);
    assert.deepEqual(await placesOf(index, 'b2'), ['a.md:1:10']);
    workspace.rename('b.md', 'c.md');
    await workspace.clock.pass(2000);
    assert.deepEqual(await placesOf(index, 'a1'), ['c.md:1:6']);
    workspace.delete('c.md');
    await workspace.clock.pass(2000);
    assert.deepEqual(await placesOf(index, 'a1'), []);
  });

  it('leaves out what is hidden, and says which files are too large', async () => {
    const workspace = new MemoryWorkspace({
      'a.md': '@a1',
      'out/b.md': '@a1',
      'large.md': '@a1 ' + 'x'.repeat(5 * 1024 * 1024),
    });
    workspace.hidden = ['out/**'];
    assert.deepEqual(await placesOf(indexOf(workspace), 'a1'), ['a.md:1:2']);
    assert.match(workspace.logged.join('\n'), /large\.md is not read/);
  });

  it('does not take labels of other documents for papers', async () => {
    const index = indexOf(new MemoryWorkspace({ 'a.typ': 'See @plot and @doe.', 'b.typ': '#figure[a] <plot>' }));
    assert.deepEqual(await placesOf(index, 'plot'), []);
    assert.deepEqual(await placesOf(index, 'doe'), ['a.typ:1:16']);
    const shown = { 'a.md': 'As @doe.', 'b.md': 'Write `{#doe}`, or\n\n```\n# A {#doe}\n```\n' };
    assert.deepEqual(await placesOf(indexOf(new MemoryWorkspace(shown)), 'doe'), ['a.md:1:5']);
  });

  it('reads other encodings than UTF-8', async () => {
    const wide = new Uint8Array(Buffer.from('\uFEFFMüller zeigt @a1.\n', 'utf16le'));
    const latin = new Uint8Array(Buffer.from('M\xfcller zeigt @a1.\n', 'latin1'));
    assert.deepEqual(await placesOf(indexOf(new MemoryWorkspace({ 'a.md': wide, 'b.md': latin })), 'a1'), [
      'a.md:1:15',
      'b.md:1:15',
    ]);
  });

  it('knows links to notes, but not in code', async () => {
    const text = '[[a1]] [[notes/a1|it]] [[@a1#Part]] [[a1.md]] `[[a1]]`\n\n```\n[[a1]]\n```\n\n[[a12]]\n';
    const links = await indexOf(new MemoryWorkspace({ 'x.md': text })).linksTo(['a1'], []);
    assert.deepEqual(
      links.map(({ range }) => [range.start.line, range.start.character]),
      [
        [0, 2],
        [0, 15],
        [0, 26],
        [0, 38],
      ],
    );
  });

  it('knows links by the paths of notes, however they are written, but not in code', async () => {
    const text =
      '[a](notes/a1.md) [b](./notes/a1.md#part "T") [c](<notes/a1.md>) [d](../x/notes/a1) ![e](/x/notes/a1.md)\n\n' +
      '[ref]: notes/%611.md\n> [other]:\n> <notes/a1.md> "Title"\n\n' +
      '`[a](notes/a1.md)` [b](notes/a12.md) [c](a1.md) [d](https://x/notes/a1.md) [e](#a1) \\[f\\](notes/b.md)\n\n' +
      '    [a](notes/a1.md)\n\n<!-- [a](notes/a1.md) -->\n\n[^a1]: notes/a1.md\n';
    const workspace = new MemoryWorkspace({ 'x/doc.md': text });
    const links = await indexOf(workspace).linksTo(['a1'], [workspace.uri('x/notes/a1.md')]);
    assert.deepEqual(
      links.map(({ range: { start, end } }) => [start.line, start.character, end.character - start.character]),
      [
        [0, 10, 5],
        [0, 29, 5],
        [0, 56, 5],
        [0, 79, 2],
        [0, 97, 5],
        [2, 13, 7],
        [4, 9, 5],
      ],
    );
  });

  it('knows links by the paths of notes in other syntaxes, but not in code and comments', async () => {
    const linked = async (path: string, text: string) => {
      const index = indexOf(new MemoryWorkspace({ [path]: text }));
      const links = await index.linksTo(['a1'], ['file:///ws/notes/a1.org', 'file:///ws/notes/a1.md']);
      const lines = text.split('\n');
      return links.map(({ range: { start, end } }) => lines[start.line].slice(start.character - 6, end.character));
    };
    const inOrg =
      '[[file:notes/a1.org]] [[./notes/a1.md][A]] [[file:notes/a1.org::*Part][A [cite:@x]]] [cite:@x]\n' +
      '#+include: "notes/a1.org::1"\n#+INCLUDE: notes/a1.md :lines "1-2"\n' +
      '=[[file:notes/a1.org]]= [[notes/a1.org]] [[https:notes/a1.org]] [[file:notes/a1]] [[file:a1.org]]\n' +
      '# [[file:notes/a1.org]]\n#+begin_src\n[[file:notes/a1.org]]\n#+end_src\n';
    assert.deepEqual(await linked('d.org', inOrg), [
      'notes/a1.org',
      'notes/a1.md',
      'notes/a1.org',
      'notes/a1.org',
      'notes/a1.md',
    ]);
    const inAsciidoc =
      'link:notes/a1.md[A] xref:notes/a1.md#part[A] <<notes/a1.md#part,A>>\ninclude::notes/a1.md[lines=1]\n' +
      '// link:notes/a1.md[A]\n----\nlink:notes/a1.md[A]\n----\n`+link:notes/a1.md[A]+` xlink:notes/a1.md[A] <<a1>> xref:a1[]\n';
    assert.deepEqual(await linked('f.adoc', inAsciidoc), Array(4).fill('notes/a1.md'));
    const inRst =
      ':doc:`notes/a1` :doc:`A </notes/a1>` :download:`notes/a1.md` :ref:`notes/a1`\n\n.. include:: notes/a1.md\n   :start-line: 3\n\n' +
      '.. toctree::\n   :maxdepth: 2\n\n   notes/a1\n   A <notes/a1>\n   notes/b\n\n' +
      '.. include:: a1.md\n\n.. :doc:`notes/a1`\n\n``:doc:`notes/a1` ``\n\n.. code::\n\n   :doc:`notes/a1`\n';
    assert.deepEqual(await linked('e.rst', inRst), [
      'notes/a1',
      'notes/a1',
      'notes/a1.md',
      'notes/a1.md',
      'notes/a1',
      'notes/a1',
    ]);
  });

  it('tells how often each document cites, and what is another now', async () => {
    const workspace = new MemoryWorkspace({ 'a.md': '@a1 and [@a1; @b2].', 'b.tex': '\\cite{a1}' });
    const index = indexOf(workspace);
    const told: string[] = [];
    await index.ready();
    index.onDidChange(({ keys, uris }) => told.push([...keys].sort().join(), [...uris].map(fileNameOf).join()));
    const counts = () => index.citers(['a1']).map(({ uri, count }) => `${fileNameOf(uri)} ${count}`);
    assert.deepEqual(counts(), ['a.md 2', 'b.tex 1']);
    assert.deepEqual(index.keys().sort(), ['a1', 'b2']);
    workspace.type('b.tex', '\\cite{c3}');
    await workspace.clock.pass(500);
    assert.deepEqual(counts(), ['a.md 2']);
    assert.deepEqual(told, ['a1,c3', 'b.tex']);
  });

  it('tells by which keys a paper is cited, its DOI among them as long as documents have it', async () => {
    const paper = { citekey: 'a1', aliases: ['old'], doi: '10.1000/X' };
    const workspace = new MemoryWorkspace({ 'a.md': '[@doi:10.1000/x; @doi:10.1000/y]', 'b.tex': '\\cite{10.1000/x}' });
    const index = indexOf(workspace);
    assert.deepEqual(index.keysOf(paper), ['a1', 'old']);
    await index.ready();
    assert.deepEqual(index.keysOf(paper).sort(), ['10.1000/x', 'a1', 'doi:10.1000/x', 'old']);
    assert.deepEqual(index.keysOf({ citekey: 'b', aliases: [] }), ['b']);
    workspace.type('a.md', 'None.');
    await workspace.clock.pass(500);
    assert.deepEqual(index.keysOf(paper), ['a1', 'old', '10.1000/x']);
  });

  it('tells which documents could not be read, until they can', async () => {
    const workspace = new MemoryWorkspace({ 'a.md': '@a1', 'bad.md': new Error('No') });
    const index = indexOf(workspace);
    await index.ready();
    assert.deepEqual(index.unread().map(fileNameOf), ['bad.md']);
    workspace.write('bad.md', '@a1');
    workspace.write('a.md', new Error('Gone for a while'));
    await workspace.clock.pass(2000);
    assert.deepEqual(index.unread().map(fileNameOf), ['a.md']);
    assert.deepEqual(await placesOf(index, 'a1'), ['a.md:1:2', 'bad.md:1:2']);
  });
});

describe('After any edits, who cites what', () => {
  it('is what reading all anew would find', async () => {
    const piece = fc.constantFrom(
      'See @doe1999. ',
      '[[doe1999]] ',
      '[a](notes/roe2001.md)\n',
      '\n\n# Head\n\n',
      '`@no` ',
      '{#x} ',
      '@roe2001 ',
    );
    const edit = fc.record({
      path: fc.constantFrom(...Object.keys(SEVEN)),
      at: fc.nat(200),
      cut: fc.nat(20),
      piece: fc.oneof(piece, fc.constantFrom('\\cite{doe1999} ', '[cite:@roe2001] ', 'cite:[doe1999] ', '[#roe2001] ')),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const texts: Record<string, string> = { ...SEVEN };
        const workspace = new MemoryWorkspace(SEVEN);
        const index = indexOf(workspace);
        await index.ready();
        for (const { path, at, cut, piece: put } of edits) {
          texts[path] = texts[path].slice(0, at) + put + texts[path].slice(at + cut);
          workspace.type(path, texts[path]);
          await workspace.clock.pass(200);
        }
        const anew = indexOf(new MemoryWorkspace(texts));
        await anew.ready();
        const uris = Object.keys(SEVEN).map((path) => workspace.uri(path));
        assert.deepEqual(new Set(index.keys()), new Set(anew.keys()));
        for (const uri of uris) assert.deepEqual(await index.citedIn(uri), await anew.citedIn(uri));
        for (const key of ['doe1999', 'roe2001']) {
          assert.deepEqual(await index.placesOf([key]), await anew.placesOf([key]));
          assert.deepEqual(index.citers([key]), anew.citers([key]));
          assert.deepEqual(await index.linksTo([key], uris), await anew.linksTo([key], uris));
        }
        index.dispose();
        anew.dispose();
      }),
    );
  });
});
