/** The environment variable that has the driven tests take pictures. */
export const PICTURES = 'LITERATURE_NOTES_PICTURES';

/**
 * Whether pictures are taken of what the windows show, for somebody to look at, in light, dark and high contrast. `npm run test:e2e` takes
 * them; the whole `npm test`, at which nobody looks, does not.
 */
export const TAKES_PICTURES = process.env[PICTURES] === '1';

/** A test that is there for its pictures alone. */
export function pictured(title: string, test: Mocha.AsyncFunc): void {
  (TAKES_PICTURES ? it : it.skip)(title, test);
}
