import { prepareBrowser } from './browser';
import { builtinExtensions } from './builtinExtensions';
import { installHost } from './installation';

/** Installs VS Code and a browser where they are missing, once, before several processes ask for them side by side. */
export async function prepareHost(): Promise<void> {
  await Promise.all([installHost().then(builtinExtensions), prepareBrowser()]);
}
