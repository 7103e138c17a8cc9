import { installHost } from '../host/installation';

/** Installs VS Code where it is missing, once, before the tests of several files ask for it side by side. */
export const mochaGlobalSetup = async (): Promise<void> => {
  await installHost();
};
