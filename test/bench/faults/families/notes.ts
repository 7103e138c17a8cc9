import type { Annotation } from '../../../../src/library/model/annotation';
import { OUR_NAMES } from '../../../../src/notes/fieldNames';
import { noteUpdate } from '../../../../src/notes/managedFields';
import { mergeAnnotations } from '../../../../src/notes/annotations/mergeAnnotations';
import { readNote, setField } from '../../../cases';
import { paper } from '../../../unit/notes/paper';
import { type Family, lines, many } from './family';

const handled = (fileName: string, text: (times: number) => string) => (times: number) => {
  const note = text(times);
  return () => [
    readNote({ uri: `file:///${fileName}`, fileName, text: note, inNotesFolder: true }, () => true),
    setField(note, 'status', 'read'),
    setField(note, 'tags', ['a', 'b']),
    noteUpdate(note, paper(), OUR_NAMES),
  ];
};
const fields = (text: (times: number) => string) => handled('k.md', (n) => `---\ncitekey: k\n${text(n)}\n---\nText\n`);

/** Notes that are read, and of which fields are set and brought up to date. */
const READ: readonly Family[] = [
  ['fields of a note', fields((n) => many(n, (i) => `field${i}: a`))],
  ['tags of a note in brackets', fields((n) => `tags: [${'abcdefghij, '.repeat(n)}b]`)],
  ['tags of a note on lines', fields((n) => `tags:\n${many(n, (i) => `  - t${i} # why`)}`)],
  ['comments in a note', fields((n) => '# a\n'.repeat(n))],
  ['blanks in a note', fields((n) => `title:${' '.repeat(n)}a`)],
  ['quotes in a note', fields((n) => `title: ${"'' ".repeat(n)}`)],
  ['colons in a note', fields((n) => `title: ${': '.repeat(n)}`)],
  ['open brackets in a note', fields((n) => `tags: ${'['.repeat(n)}`)],
  ['anchors in a note', fields((n) => many(n, (i) => `a${i}: &a${i} [x]\nb${i}: *a${i}`))],
  ['a folded title of a note', fields((n) => `title: >-\n${'  a\n'.repeat(n)}`)],
  ['dashes in a note', handled('k.md', (n) => '---\n'.repeat(n))],
  ['front matter without an end', handled('k.md', (n) => `---\n${'a: b\n'.repeat(n)}`)],
  ['links in a note', handled('k.md', (n) => '[[a#b|c]] [[@k '.repeat(n))],
  ['headings in a note', handled('k.md', (n) => '# a ^b\n'.repeat(n))],
  ['TOML in a note', handled('k.md', (n) => `+++\n${many(n, (i) => `a${i} = "b"`)}\n+++\n`)],
  ['properties of an Org note', handled('k.org', (n) => `* a\n:PROPERTIES:\n${':CUSTOM_ID: k\n'.repeat(n)}`)],
  ['headings of an Org note', handled('k.org', (n) => '* a :b:\n#+title: c\n'.repeat(n))],
];

const annotated = (note: (times: number) => string, count = (times: number) => times / 10) => {
  const words = { heading: 'Annotations', page: (label: string) => label, open: 'Open' };
  return (times: number) => {
    const annotations = Array.from({ length: count(times) }, (_, i): Annotation => ({
      id: `A${i}`,
      text: `a ${i}`,
      link: 'zotero://a',
      tags: [],
    }));
    const text = note(times);
    return () => mergeAnnotations(text, { annotations, areAll: true, words });
  };
};
const block = (inside: string, known: string) =>
  `<!-- zotero annotations -->\n${inside}\n<!-- /zotero annotations${known} -->\n`;
const ANNOTATED: readonly Family[] = [
  ['annotations of a note', annotated(() => '# Note\n')],
  [
    'own lines among annotations',
    annotated(
      (n) =>
        block(
          lines(n, (i) => `> a ${i} ^b`),
          '',
        ),
      () => 1,
    ),
  ],
  [
    'ids of annotations',
    annotated(
      (n) => block('', ' A1'.repeat(n)),
      () => 1,
    ),
  ],
  [
    'blocks of annotations',
    annotated(
      (n) => block('', '').repeat(n),
      () => 1,
    ),
  ],
];

export const NOTES: readonly Family[] = [...READ, ...ANNOTATED];
