import { prepareBrowser } from '../host/browser';
import { installHost } from '../host/installation';

/** Installs VS Code and a browser where they are missing, once, before the tests of several files ask for it side by side. */
export const mochaGlobalSetup = async (): Promise<void> => {
  await Promise.all([installHost(), prepareBrowser()]);
};
