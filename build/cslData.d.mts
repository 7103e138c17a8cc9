import type { Plugin } from 'esbuild';

/** The styles and locales that are shipped: CSL texts by name. */
export function cslData(): Promise<{
  readonly styles: Readonly<Record<string, string>>;
  readonly locales: Readonly<Record<string, string>>;
}>;

/** Answers the import of `csl:data` in bundles of esbuild. */
export const cslDataPlugin: Plugin;

/** Who made each style and locale, and under which terms: a sentence or two each. */
export function cslCredits(): Promise<string[]>;
