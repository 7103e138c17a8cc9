import { BibSource } from '../bibtex/bibSource';
import { tellingPart } from './tellingPart';
import type { Reader } from './reader';

const ENTRY = /^[ \t]*@[ \t]*[a-z]{2,30}\s{0,20}[{(]\s{0,20}[^\s{}()=,"]{1,200}\s{0,20}[,=]/im;

/** Reads BibTeX and BibLaTeX. A broken entry costs itself alone, mostly only its broken field. */
export const bibtexReader: Reader = {
  format: 'bibtex',

  detect(fileName, text) {
    if (/\.(bib|bibtex|biblatex)$/i.test(fileName)) return 1;
    return ENTRY.test(tellingPart(fileName, text, 100_000)) ? 0.8 : 0;
  },

  read: (text, step) => new BibSource().update(text, undefined, step),
  open: () => new BibSource(),
};
