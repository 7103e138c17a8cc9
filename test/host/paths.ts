import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder: the extension under development. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the npm-only VS Code is kept between runs; `LITERATURE_NOTES_HOST_DIR` lets several checkouts share one. */
export const HOST_DIR = resolve(process.env['LITERATURE_NOTES_HOST_DIR'] ?? join(ROOT, '.vscode-host'));

/** Where the end-to-end test leaves its screenshots. */
export const SCREENSHOTS = join(ROOT, '.screenshots');

/** A list of papers that may lie beside the checkout: a page of trending papers, saved as text. */
export const SEED_LIST = resolve(ROOT, '../shared/seeds/papers.txt');
