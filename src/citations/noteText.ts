import type { SyntaxId } from './syntax';

/**
 * A prefix, locator or suffix as plain text: the marks of LaTeX and Typst for ties, dashes, sections and escaped
 * characters become the characters they stand for. Other markup stays.
 */
export function plainNote(note: string, syntax: SyntaxId): string {
  if (syntax === 'latex') {
    return note
      .replace(/\\S{1,2}(?![A-Za-z])[ ~]?/g, '§ ')
      .replace(/\\([&%#_$])/g, '$1')
      .replace(/---?/g, '–')
      .replace(/~/g, ' ');
  }
  if (syntax === 'typst') {
    return note
      .replace(/(?<!\\)~/g, ' ')
      .replace(/--/g, '–')
      .replace(/\\([[\]#@$*_~`<>\\])/g, '$1');
  }
  return note.replace(/\u00a0/g, ' ');
}

/** Plain text as a note of a syntax. Between a label and its number LaTeX and Typst get a tie (`p.~3`), as Pandoc writes it. */
export function noteIn(note: string, syntax: SyntaxId): string {
  switch (syntax) {
    case 'latex':
      return tied(note.replace(/[&%#_$]/g, '\\$&'))
        .replace(/§§? ?/g, '\\S~')
        .replace(/–/g, '--');
    case 'typst':
      return tied(note.replace(/[#@$*_`<>]/g, '\\$&'));
    case 'pandoc':
      return note.replace(/[;@]|[[\]](?!\()/g, '\\$&');
    case 'org':
      return note.replace(/;/g, ',');
    case 'myst':
    case 'rst':
      return note.replace(/[{}`]/g, '').replace(/;/g, ',');
    case 'asciidoc':
      return note;
  }
}

/** `p. 3` as `p.~3`. */
function tied(note: string): string {
  return note.replace(/^([A-Za-z]{1,12}\.) (?=\d)/, '$1~');
}
