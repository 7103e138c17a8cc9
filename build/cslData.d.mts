import type { Plugin } from 'esbuild';

/** The styles and locales that are shipped: CSL texts by name. */
export function cslData(): Promise<{
  readonly styles: Readonly<Record<string, string>>;
  readonly locales: Readonly<Record<string, string>>;
}>;

/** Answers the import of `csl:data` in bundles of esbuild. */
export const cslDataPlugin: Plugin;
