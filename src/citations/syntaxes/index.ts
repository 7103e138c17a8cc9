import type { Syntax } from '../syntax';
import { asciidoc } from './asciidoc';
import { jekyll } from './jekyll';
import { latex } from './latex';
import { multimarkdown } from './multimarkdown';
import { myst } from './myst';
import { org } from './org';
import { pandoc } from './pandoc';
import { rst } from './rst';
import { typst } from './typst';

const ALL = { pandoc, myst, latex, typst, org, rst, asciidoc, multimarkdown, jekyll };

/** The syntaxes by name; each is one folder beside this file. */
export type SyntaxId = keyof typeof ALL;

/** For who asks without a document at hand. */
const NO_TEXT = (): string => '';

/** Every syntax by its name. */
export const SYNTAXES: Readonly<Record<SyntaxId, Syntax>> = ALL;

/** The form in which a document is cited in that no syntax is made for. */
export const DEFAULT_SYNTAX: Syntax = pandoc;

/**
 * The syntax of a document: by its language id; where that is unknown or `plaintext`, by the extension of its file name
 * (a name, path or URI path); where such documents can be of several, by what its text says. Anything else gets Pandoc's.
 */
export function syntaxFor(languageId: string, fileName = '', text = NO_TEXT): Syntax {
  return knownSyntax(languageId, fileName, text) ?? DEFAULT_SYNTAX;
}

/** The same, but undefined for a document that no syntax is made for. */
export function knownSyntax(languageId: string, fileName = '', text = NO_TEXT): Syntax | undefined {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  const all = Object.values(SYNTAXES);
  const usual =
    all.find(({ languages }) => languages.includes(languageId)) ??
    all.find(({ extensions }) => extensions.includes(extension));
  return usual && (all.find(({ sign }) => sign?.insteadOf === usual.id && sign.in(text())) ?? usual);
}

/** Whether this is the name of a syntax. */
export function isSyntaxId(value: unknown): value is SyntaxId {
  return typeof value === 'string' && Object.hasOwn(SYNTAXES, value);
}
